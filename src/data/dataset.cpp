// SPDX-License-Identifier: MIT
#include "hisalary/dataset.hpp"

#include <utility>

#include "builtin.hpp"
#include "reader.hpp"

namespace hisalary {

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
  auto loaded = data::read_set(folder);
  const auto& set = *loaded;
  return Dataset(std::make_shared<const Impl>(Impl{&set.tables, set.files, set.fingerprint, std::move(loaded)}));
}

const Tables& Dataset::tables() const noexcept { return *impl_->tables; }
const DatasetInfo& Dataset::info() const noexcept { return impl_->tables->info[0]; }
std::string_view Dataset::fingerprint() const noexcept { return impl_->fingerprint; }
std::span<const DataFile> Dataset::files() const noexcept { return impl_->files; }

}  // namespace hisalary
