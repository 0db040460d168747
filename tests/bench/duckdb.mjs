// SPDX-License-Identifier: MIT
// Runs SQL in DuckDB's Node package and prints what the last statement returns: duckdb.mjs FOLDER_WITH_NODE_MODULES DATABASE SQL...
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const [folder, database, ...statements] = process.argv.slice(2);
const {DuckDBInstance} = createRequire(resolve(folder) + '/')('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(database)).connect();
let result;
for (const sql of statements) result = await connection.run(sql);
const rows = await result.getRows();
if (rows.length) console.log(rows.map(row => row.join(' ')).join('\n'));
