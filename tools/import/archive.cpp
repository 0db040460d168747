// SPDX-License-Identifier: MIT
#include "archive.hpp"

#include <zip.h>

#include <array>
#include <cstdint>

#include "hisalary/error.hpp"

namespace hisalary::import {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{2}
                                     << 30;  // all of BLS's data in one sheet unpack to half a gigabyte
constexpr std::size_t piece_size = std::size_t{1} << 16;
constexpr const char* download_again = "download it again from https://www.bls.gov/oes/tables.htm";

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

}  // namespace

void Archive::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

Archive::Archive(const std::filesystem::path& path) : name_(path.filename().string()) {
  int code = 0;
  zip_.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (zip_) {
    return;
  }
  if (code == ZIP_ER_NOENT || code == ZIP_ER_OPEN || code == ZIP_ER_READ) {
    throw Error(ErrorCode::Io, path.string() + " cannot be read", "check the name and the permissions", path.string());
  }
  throw Error(ErrorCode::BadData, name_ + " is not an Excel workbook (.xlsx), or is cut short", download_again,
              path.string());
}

void Archive::read(const std::string& member, const std::function<bool(std::string_view)>& take) const {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(zip_.get(), member.c_str(), 0));
  if (!file) {
    throw Error(ErrorCode::BadData, name_ + " holds no readable " + member + ", so it is not an Excel workbook",
                download_again);
  }
  std::array<char, piece_size> piece{};
  std::uint64_t sum = 0;
  while (true) {
    const auto size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) {
      throw Error(ErrorCode::BadData, name_ + " is damaged: " + member + " cannot be unpacked", download_again);
    }
    if (size == 0) {
      return;
    }
    sum += static_cast<std::uint64_t>(size);
    if (sum > most_bytes) {
      throw Error(ErrorCode::BadData, name_ + ": " + member + " unpacks to more than 2 GiB",
                  "no workbook of BLS does; is it the right file?");
    }
    if (!take({piece.data(), static_cast<std::size_t>(size)})) {
      return;
    }
  }
}

}  // namespace hisalary::import
