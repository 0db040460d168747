// SPDX-License-Identifier: MIT
#include "complete.hpp"

#include <algorithm>
#include <set>

namespace hisalary::cli {
namespace {

/// What the words before the last one say.
struct Before {
  const CommandSpec* command;
  const OptionSpec* waiting = nullptr;  ///< an option whose value comes next
  std::set<const OptionSpec*> given = {};
  std::size_t alone = 0;  ///< words that stand without an option
};

const OptionSpec* option_of(const CommandSpec& command, std::string_view word) {
  if (word.starts_with("--")) {
    return option_named(command, word.substr(0, word.find('=')));
  }
  const OptionSpec* found = nullptr;
  for_each_option(command, [&](const OptionSpec& option) {
    if (word.size() == 2 && option.letter == word[1]) {
      found = &option;
    }
  });
  return found;
}

void read_word(Before& before, const std::string& word) {
  if (before.waiting != nullptr) {
    before.waiting = nullptr;
    return;
  }
  if (word.starts_with('-') && word != "-") {
    const OptionSpec* const option = option_of(*before.command, word);
    before.given.insert(option);
    const bool value_follows = option != nullptr && takes_value(*option) && word.find('=') == std::string::npos;
    before.waiting = value_follows ? option : nullptr;
    return;
  }
  const auto below = std::ranges::find(before.command->commands, word, &CommandSpec::name);
  if (below != before.command->commands.end()) {
    before.command = *below;
    return;
  }
  ++before.alone;
}

class Completer {
 public:
  Completer(const Tables& tables, Before before) : tables_(tables), before_(std::move(before)) {}

  [[nodiscard]] Completion last_word(const std::string& word) const {
    if (before_.waiting != nullptr) {
      return value_of(*before_.waiting, word, "");
    }
    const auto equals = word.find('=');
    if (word.starts_with("--") && equals != std::string::npos) {
      const OptionSpec* const option = option_of(*before_.command, word);
      return option == nullptr ? Completion{} : value_of(*option, word.substr(equals + 1), word.substr(0, equals + 1));
    }
    return word.starts_with('-') ? options(word) : command_or_word(word);
  }

 private:
  /// Of a list or of KEY=LIST the last part; `head` is what stands before it in the word.
  [[nodiscard]] Completion value_of(const OptionSpec& option, std::string typed, std::string head) const {
    const Values& values = option.values;
    if (values.keys) {
      const auto equals = typed.find('=');
      const OptionSpec* const named =
          equals == std::string::npos ? nullptr : option_named(*before_.command, typed.substr(0, equals));
      if (equals == std::string::npos) {
        return key_of(option, typed, head);
      }
      if (named == nullptr) {
        return {};
      }
      return list_of(named->values, typed.substr(equals + 1), head + typed.substr(0, equals + 1));
    }
    return values.commas ? list_of(values, std::move(typed), std::move(head)) : texts_of(values, typed, head, {});
  }

  [[nodiscard]] Completion key_of(const OptionSpec& option, const std::string& typed, const std::string& head) const {
    Completion out = texts_of(option.values, typed, head, {});
    for (Candidate& one : out.candidates) {
      one.text += "=";
    }
    return out;
  }

  [[nodiscard]] Completion list_of(const Values& values, std::string typed, std::string head) const {
    std::set<std::string> said;
    for (auto comma = typed.find(','); comma != std::string::npos; comma = typed.find(',')) {
      said.insert(typed.substr(0, comma));
      head += typed.substr(0, comma + 1);
      typed.erase(0, comma + 1);
    }
    return texts_of(values, typed, head, said);
  }

  /// The texts of an option that begin as typed, but for those said before, each with the head before it.
  [[nodiscard]] Completion texts_of(const Values& values, const std::string& typed, const std::string& head,
                                    const std::set<std::string>& said) const {
    if (values.path != Values::Path::None) {
      return {.path = values.path};
    }
    std::vector<Candidate> all = candidates(tables_, values.listing, typed);
    for (const std::string_view word : values.words) {
      all.push_back({std::string(word)});
    }
    std::erase_if(all, [&](const Candidate& one) { return said.contains(one.text); });
    all = beginning_with(typed, std::move(all));
    for (Candidate& one : all) {
      one.text.insert(0, head);
    }
    return {.candidates = std::move(all)};
  }

  /// Every option that may still be given.
  [[nodiscard]] Completion options(const std::string& typed) const {
    std::vector<Candidate> all;
    for_each_option(*before_.command, [&](const OptionSpec& option) {
      const bool again = option.kind == Kind::Many || !before_.given.contains(&option);
      if (stands_alone(option) || !again) {
        return;
      }
      all.push_back({spelled(option), std::string(option.about)});
      if (option.kind == Kind::Negatable) {
        all.push_back({"--no-" + spelled(option).substr(2), "The opposite of " + spelled(option)});
      }
    });
    return {.candidates = beginning_with(typed, std::move(all))};
  }

  /// A command, or a word without an option; where neither can stand, the options.
  [[nodiscard]] Completion command_or_word(const std::string& typed) const {
    const CommandSpec& command = *before_.command;
    if (!command.commands.empty()) {
      std::vector<Candidate> all;
      for (const CommandSpec* const below : command.commands) {
        all.push_back({std::string(below->name), std::string(below->about)});
      }
      return before_.alone > 0 ? Completion{} : Completion{.candidates = beginning_with(typed, std::move(all))};
    }
    const OptionSpec* next = nullptr;
    for_each_option(command, [&](const OptionSpec& option) {
      const bool open = option.kind == Kind::Rest || (option.kind == Kind::Positional && before_.alone == 0);
      next = open ? &option : next;
    });
    return next != nullptr ? texts_of(next->values, typed, "", {}) : options(typed);
  }

  const Tables& tables_;
  Before before_;
};

}  // namespace

Completion complete(const Tables& tables, const std::vector<std::string>& words) {
  if (words.empty()) {
    return {};
  }
  Before before{.command = &program};
  std::for_each(words.begin(), words.end() - 1, [&](const std::string& word) { read_word(before, word); });
  return Completer(tables, std::move(before)).last_word(words.back());
}

}  // namespace hisalary::cli
