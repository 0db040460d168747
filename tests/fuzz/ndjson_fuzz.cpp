// SPDX-License-Identifier: MIT
#include "batch/judge.hpp"
#include "batch/resolver.hpp"
#include "batch/scanner.hpp"
#include "fuzz.hpp"

using namespace hisalary;

namespace {

/// A line that the scanner takes is valid, and the judge reads the same values to hand back and the same profile.
void compare(std::string_view line) {
  const std::vector<std::string> keep{"id"};
  const std::string padded = std::string(line) + std::string(batch::padding, '\0');
  const std::string_view text = std::string_view(padded).substr(0, line.size());
  static batch::Scanner scanner(keep, false);
  static Interpreter interpreter(fuzz::model().dataset());
  static batch::Resolver resolver(interpreter);
  batch::Judge judge(keep, false);
  batch::Row scanned;
  if (scanner.scan(text.data(), text.data() + text.size(), scanned) != text.data() + text.size()) {
    return;
  }
  batch::Row judged;
  judge.read(text, judged);  // an Error ends the run
  fuzz::demand(scanned.kept(0) == judged.kept(0));
  Facts a;
  Facts b;
  if (resolver.resolve(scanned, a)) {
    fuzz::demand(resolver.resolve(judged, b));
    fuzz::demand(a.role == b.role && a.occupation == b.occupation && a.level == b.level && a.area == b.area &&
                 a.years == b.years && a.credentials == b.credentials && a.remote == b.remote &&
                 a.setting == b.setting && a.skills == b.skills && a.education == b.education);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  batch::Options options;
  options.sniff = false;
  const std::string one = fuzz::run(bytes, options);
  options.line_buffered = true;
  fuzz::demand(fuzz::run(bytes, options) == one);
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    compare(bytes.substr(at, end - at));
    at = end + 1;
  }
  return 0;
}
