// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/rulefilereader.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sightglass {

/// A rule of a file: indices into RuleFile::groups and WrittenGroup::rules.
struct RuleAddress
{
    std::size_t group = 0;
    std::size_t rule = 0;
};

/// The text of a rule file that is changed rule by rule: all that is not part of the change, comments and
/// order included, stays byte for byte, and what is written takes on the file's indentation and line ends. A
/// comment above a rule stays when the rule goes.
///
/// Each change is read back before it is taken: where the text would not come to exactly the rules that it
/// should (a list that two groups share by an alias, say), the change is refused with ConfigValue and nothing
/// has changed. Indices that are not there are refused too.
class RuleFileText
{
public:
    /// Errors: those of readRuleFileShape().
    [[nodiscard]] static Result<RuleFileText> fromText(std::string text,
                                                       UnknownFields unknown = UnknownFields::Refused);

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const RuleFile &file() const { return m_file; }

    /// Before the group that is there; behind the last where the index is the number of groups.
    [[nodiscard]] Status insertGroup(std::size_t index, const WrittenGroup &group);
    [[nodiscard]] Status replaceGroup(std::size_t index, const WrittenGroup &group);
    [[nodiscard]] Status removeGroup(std::size_t index);

    /// Before the rule that is there; behind the last where the index is the number of rules.
    [[nodiscard]] Status insertRule(RuleAddress address, const WrittenRule &rule);
    [[nodiscard]] Status replaceRule(RuleAddress address, const WrittenRule &rule);
    [[nodiscard]] Status removeRule(RuleAddress address);

private:
    RuleFileText(std::string text, RuleFile file, UnknownFields unknown);

    /// Takes the first of the texts that reads back as expected.
    [[nodiscard]] Status take(const std::vector<std::string> &texts, const RuleFile &expected);
    [[nodiscard]] bool has(RuleAddress address) const;

    std::string m_text;
    RuleFile m_file;
    UnknownFields m_unknown;
};

} // namespace sightglass
