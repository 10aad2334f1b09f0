// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/naiverelabeling.h"

#include "model/scrape/relabeling.h"

#include <QCryptographicHash>

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

namespace sightglass::test {

namespace {

/// Prometheus' labels.Builder: what there was, what was deleted, what was set.
struct Builder
{
    LabelList base;
    std::set<std::string> deleted;
    LabelList added;

    [[nodiscard]] std::string get(const std::string &name) const
    {
        for (const Label &label : added) {
            if (label.name == name)
                return label.value;
        }
        if (deleted.contains(name))
            return {};
        for (const Label &label : base) {
            if (label.name == name)
                return label.value;
        }
        return {};
    }

    void remove(const std::string &name)
    {
        std::erase_if(added, [&](const Label &label) { return label.name == name; });
        deleted.insert(name);
    }

    void set(const std::string &name, const std::string &value)
    {
        if (value.empty())
            return remove(name);
        for (Label &label : added) {
            if (label.name == name) {
                label.value = value;
                return;
            }
        }
        added.push_back({name, value});
    }

    [[nodiscard]] LabelList range() const
    {
        LabelList all;
        for (const Label &label : base) {
            const auto isSet = [&](const Label &other) { return other.name == label.name; };
            if (!deleted.contains(label.name) && std::none_of(added.begin(), added.end(), isSet))
                all.push_back(label);
        }
        all.insert(all.end(), added.begin(), added.end());
        return all;
    }
};

/// A match of the whole text: what each group matched. Empty: none.
std::vector<std::string> groupsOf(const re2::RE2 &regex, const std::string &text)
{
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
    if (!regex.Match(text, 0, text.size(), re2::RE2::UNANCHORED, found.data(),
                     static_cast<int>(found.size())))
        return {};
    std::vector<std::string> groups;
    for (const re2::StringPiece &group : found)
        groups.emplace_back(group.data() == nullptr ? std::string() : std::string(group));
    return groups;
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string groupText(const re2::RE2 &regex, const std::vector<std::string> &groups, const std::string &name)
{
    std::size_t number = groups.size();
    if (name.find_first_not_of("0123456789") == std::string::npos)
        number = name.size() > 3 ? groups.size() : std::stoul(name);
    else if (const auto named = regex.NamedCapturingGroups().find(name);
             named != regex.NamedCapturingGroups().end())
        number = static_cast<std::size_t>(named->second);
    return number < groups.size() ? groups[number] : std::string();
}

std::string expanded(const std::string &text, const re2::RE2 &regex, const std::vector<std::string> &groups)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '$') {
            out += text[i++];
            continue;
        }
        if (text.compare(i, 2, "$$") == 0) {
            out += '$';
            i += 2;
            continue;
        }
        const bool braced = text.compare(i, 2, "${") == 0;
        const std::size_t begin = i + (braced ? 2 : 1);
        std::size_t end = begin;
        while (end < text.size() && isWord(text[end]))
            ++end;
        if (end == begin || (braced && (end == text.size() || text[end] != '}'))) {
            out += text[i++];
            continue;
        }
        out += groupText(regex, groups, text.substr(begin, end - begin));
        i = end + (braced ? 1 : 0);
    }
    return out;
}

std::string sourceOf(const RelabelRule &rule, const Builder &labels)
{
    std::string source;
    for (std::size_t i = 0; i < rule.sourceLabels.size(); ++i)
        source += (i > 0 ? rule.separator : "") + labels.get(rule.sourceLabels[i]);
    return source;
}

std::string hashed(const std::string &source, std::uint64_t modulus)
{
    const QByteArray md5 =
        QCryptographicHash::hash(QByteArray::fromStdString(source), QCryptographicHash::Md5);
    return std::to_string(md5.right(8).toHex().toULongLong(nullptr, 16) % modulus);
}

std::string withCase(std::string text, bool upper)
{
    const std::array<std::pair<std::string, std::string>, 2> pairs{{{"ä", "Ä"}, {"ö", "Ö"}}};
    for (const auto &[small, large] : pairs) {
        const std::string &from = upper ? small : large;
        const std::string &to = upper ? large : small;
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, from.size(), to);
    }
    for (char &c : text) {
        if (upper && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        else if (!upper && c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

void changeNames(const RelabelRule &rule, const re2::RE2 &regex, Builder &labels)
{
    for (const Label &label : labels.range()) {
        const auto groups = groupsOf(regex, label.name);
        if (rule.action == RelabelAction::LabelMap) {
            if (const std::string name = expanded(rule.replacement, regex, groups);
                !groups.empty() && !name.empty())
                labels.set(name, label.value);
        } else if ((rule.action == RelabelAction::LabelDrop) == !groups.empty()) {
            labels.remove(label.name);
        }
    }
}

/// False: dropped.
bool applied(const RelabelRule &rule, Builder &labels)
{
    using enum RelabelAction;
    const re2::RE2 regex("^(?s:" + rule.regex + ")$");
    const std::string source = sourceOf(rule, labels);
    const auto groups = groupsOf(regex, source);
    switch (rule.action) {
    case Keep:
        return !groups.empty();
    case Drop:
        return groups.empty();
    case KeepEqual:
        return labels.get(rule.targetLabel) == source;
    case DropEqual:
        return labels.get(rule.targetLabel) != source;
    case Replace:
        if (const std::string target = expanded(rule.targetLabel, regex, groups);
            !groups.empty() && !target.empty())
            labels.set(target, expanded(rule.replacement, regex, groups));
        return true;
    case HashMod:
        labels.set(rule.targetLabel, hashed(source, rule.modulus));
        return true;
    case Lowercase:
    case Uppercase:
        labels.set(rule.targetLabel, withCase(source, rule.action == Uppercase));
        return true;
    case LabelMap:
    case LabelDrop:
    case LabelKeep:
        changeNames(rule, regex, labels);
        return true;
    }
    return true;
}

bool byName(const Label &a, const Label &b)
{
    return a.name < b.name;
}

/// Rules and labels, for messages.
std::string describe(std::span<const RelabelRule> rules, const LabelList &labels)
{
    std::string text;
    for (const RelabelRule &rule : rules) {
        text += "action " + std::to_string(static_cast<int>(rule.action)) + " of";
        for (const std::string &name : rule.sourceLabels)
            text += " '" + name + "'";
        text += " by '" + rule.separator + "' regex '" + rule.regex + "' target '" + rule.targetLabel +
                "' replacement '" + rule.replacement + "' modulus " + std::to_string(rule.modulus) + "\n";
    }
    for (const Label &label : labels)
        text += label.name + "='" + label.value + "' ";
    return text;
}

constexpr std::array names{"a", "b", "c", "__name__", "__meta_x", "Zöne", "new"};
constexpr std::array values{"x", "", "a", "b", "a-b", "Foo", "ÄÖ", "x;y", "$1", "line\nbreak"};
constexpr std::array expressions{"(.*)",      "",        ".+",           "a|b",         "(a)|(b)",
                                 "(.)(.*)",   "[a-z_]+", "(?i)foo",      "__meta_(.+)", "(?P<n>.)(.*)",
                                 "(.*);(.*)", "a)|(b",   "(?:x|a)(-b)?", "\\$1",        "[^a]*"};
constexpr std::array templates{"$1",   "",   "literal", "$2$1", "${1}_x", "$1_x",
                               "${n}", "$$", "$0",      "$",    "${1",    "ä$1"};
constexpr std::array targets{"new", "a", "__name__", "${1}_t", "$1", "Zöne"};
constexpr std::array separators{";", "", "-"};

} // namespace

std::optional<LabelList> relabeledNaively(std::span<const RelabelRule> rules, const LabelList &labels)
{
    Builder builder;
    for (const Label &label : labels) {
        if (!label.value.empty())
            builder.base.push_back(label);
    }
    std::sort(builder.base.begin(), builder.base.end(), byName);
    for (const RelabelRule &rule : rules) {
        if (!applied(rule, builder))
            return std::nullopt;
    }
    LabelList result = builder.range();
    std::sort(result.begin(), result.end(), byName);
    return result;
}

RelabelRule RelabelGenerator::rule()
{
    RelabelRule rule;
    rule.action =
        static_cast<RelabelAction>(m_choices() % (static_cast<std::uint64_t>(RelabelAction::Uppercase) + 1));
    for (std::uint64_t sources = m_choices() % 3; sources > 0; --sources)
        rule.sourceLabels.emplace_back(oneOf(names));
    rule.separator = oneOf(separators);
    rule.regex = oneOf(expressions);
    rule.replacement = oneOf(templates);
    rule.modulus = m_choices() % 7 + 1;
    rule.targetLabel = rule.action == RelabelAction::Replace ? oneOf(targets) : oneOf(names);
    return rule;
}

std::vector<RelabelRule> RelabelGenerator::rules()
{
    std::vector<RelabelRule> rules;
    for (std::uint64_t count = m_choices() % 6; count > 0; --count)
        rules.push_back(rule());
    return rules;
}

LabelList RelabelGenerator::labels()
{
    LabelList labels;
    for (const char *name : names) {
        if (m_choices() % 2 == 1)
            labels.push_back({name, oneOf(values)});
    }
    return labels;
}

RelabelComparison comparedRelabeling(RelabelGenerator &generator)
{
    const std::vector<RelabelRule> rules = generator.rules();
    const LabelList labels = generator.labels();
    const auto compiled = Relabeling::compile(rules);
    if (!compiled)
        return {false, describe(rules, labels) + "\ndoes not compile: " + plainText(compiled.error())};
    LabelList ours = labels;
    const bool isKept = compiled->apply(ours) == RelabelVerdict::Keep;
    std::sort(ours.begin(), ours.end(), byName);
    const auto naive = relabeledNaively(rules, labels);
    if (isKept == naive.has_value() && (!isKept || ours == *naive))
        return {isKept, {}};
    return {false, describe(rules, labels) + "\nours: " + (isKept ? describe({}, ours) : "dropped") +
                       "\nexpected: " + (naive ? describe({}, *naive) : "dropped")};
}

} // namespace sightglass::test
