// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruleduplicates.h"
#include "parser/config/rulefiletext.h"
#include "parser/config/ruletestfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace sightglass;

void require(bool good)
{
    if (!good)
        std::abort();
}

/// What the program relies on in every file that was taken.
void requireInvariants(const RuleFile &file)
{
    for (const WrittenGroup &group : file.groups) {
        require(!group.name.value.empty());
        for (const WrittenRule &rule : group.rules) {
            require(!rule.name().empty() && rule.expression && !rule.normalisedExpr().empty());
            require(rule.record.value.empty() != rule.alert.value.empty());
            require(rule.kind() == RuleKind::Alerting || rule.forMs.value == 0);
        }
    }
    for (const DuplicateRules &duplicate : duplicateRules(file))
        require(duplicate.places.size() > 1);
}

/// A change comes to what it should, or is refused and has changed nothing.
void requireChange(const Status &status, const RuleFileText &text, const RuleFile &before,
                   const RuleFile &expected)
{
    require(text.file() == (status ? expected : before));
    const auto again = RuleFileText::fromText(text.text());
    require(again.ok() && again->file() == text.file());
}

void changeRules(const RuleFileText &original)
{
    for (std::size_t group = 0; group < original.file().groups.size(); ++group) {
        if (original.file().groups[group].rules.empty())
            continue;
        const std::size_t last = original.file().groups[group].rules.size() - 1;
        const WrittenRule rule = original.file().groups[group].rules[last];
        RuleFileText text = original;
        RuleFile expected = original.file();
        expected.groups[group].rules.pop_back();
        requireChange(text.removeRule({group, last}), text, original.file(), expected);
        const RuleFile before = text.file();
        const std::size_t end = before.groups[group].rules.size();
        expected = before;
        expected.groups[group].rules.push_back(rule);
        requireChange(text.insertRule({group, end}, rule), text, before, expected);
    }
}

} // namespace

/// Any bytes are a rule file or have problems with texts; what is taken keeps its promises and can be changed
/// in place, or says that it cannot; as a file of unit tests they are read or refused with a text too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const RuleFileReading reading = readRuleFile(text);
    if (reading.ok())
        requireInvariants(reading.file);
    for (const RuleProblem &problem : reading.problems)
        require(!plainText(problem).empty());
    if (const auto opened = RuleFileText::fromText(std::string(text));
        opened && opened->file().groups.size() < 20)
        changeRules(*opened);
    for (const Error &error : readRuleTestFile(text).errors)
        require(!plainText(error).empty());
    return 0;
}
