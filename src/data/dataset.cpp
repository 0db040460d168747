// SPDX-License-Identifier: MIT
#include "hisalary/dataset.hpp"
#include "tables.hpp"

#include <algorithm>
#include <utility>

#include "builtin.hpp"
#include "overlay.hpp"
#include "reader.hpp"

namespace hisalary {
namespace {

template <class Record> const Record* find(List<Record> rows, std::string_view key, Text Record::*member) noexcept {
  const auto it = std::ranges::find(rows, key, member);
  return it == rows.end() ? nullptr : &*it;
}

}  // namespace

struct Dataset::Impl {
  const Tables* tables;
  std::span<const DataFile> files;
  std::string_view fingerprint;
  std::unique_ptr<const data::LoadedSet> loaded;  // what the views point into; empty for the built-in set
};

Dataset::Dataset(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}

const Dataset& Dataset::builtin() {
  static const Dataset set(std::make_shared<const Impl>(
      Impl{&data::builtin.tables, data::builtin.files, data::builtin.fingerprint, nullptr}));
  return set;
}

Dataset Dataset::load(const std::filesystem::path& folder) {
  std::error_code error;
  const bool overlay = std::filesystem::exists(folder / data::overlay_marker, error);
  auto loaded =
      overlay ? data::read_overlay(folder, {data::builtin.files, data::builtin.fingerprint}) : data::read_set(folder);
  const auto& set = *loaded;
  return Dataset(std::make_shared<const Impl>(Impl{&set.tables, set.files, set.fingerprint, std::move(loaded)}));
}

const Tables& Dataset::tables() const noexcept { return *impl_->tables; }

List<Role> Dataset::roles() const noexcept { return tables().roles; }
List<Occupation> Dataset::occupations() const noexcept { return tables().occupations; }
List<Level> Dataset::levels() const noexcept { return tables().levels; }
List<Credential> Dataset::credentials() const noexcept { return tables().credentials; }
List<Education> Dataset::education() const noexcept { return tables().education; }
List<Skill> Dataset::skills() const noexcept { return tables().skills; }
List<Setting> Dataset::settings() const noexcept { return tables().settings; }
List<Area> Dataset::areas() const noexcept { return tables().areas; }
List<Source> Dataset::sources() const noexcept { return tables().sources; }

const Role* Dataset::find_role(std::string_view id) const noexcept { return find(roles(), id, &Role::id); }
const Occupation* Dataset::find_occupation(std::string_view soc) const noexcept {
  return find(occupations(), soc, &Occupation::soc);
}
const Level* Dataset::find_level(std::string_view id) const noexcept { return find(levels(), id, &Level::id); }
const Credential* Dataset::find_credential(std::string_view id) const noexcept {
  return find(credentials(), id, &Credential::id);
}
const Education* Dataset::find_education(std::string_view id) const noexcept {
  return find(education(), id, &Education::id);
}
const Skill* Dataset::find_skill(std::string_view id) const noexcept { return find(skills(), id, &Skill::id); }
const Setting* Dataset::find_setting(std::string_view id) const noexcept { return find(settings(), id, &Setting::id); }
const Area* Dataset::find_area(std::string_view code) const noexcept { return find(areas(), code, &Area::code); }

const DatasetInfo& Dataset::info() const noexcept { return impl_->tables->info[0]; }
std::string_view Dataset::fingerprint() const noexcept { return impl_->fingerprint; }
std::span<const DataFile> Dataset::files() const noexcept { return impl_->files; }

}  // namespace hisalary
