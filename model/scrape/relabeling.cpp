// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/relabeling.h"

#include "parser/base/goregex.h"
#include "parser/base/regextemplate.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

/// A set of labels that is being changed: first those that were there, by name, then those that rules have
/// set, in the order in which they were.
class LabelEdit
{
public:
    explicit LabelEdit(std::vector<Label> &labels)
        : m_labels(labels)
    {
        std::erase_if(labels, [](const Label &label) { return label.value.empty(); });
        std::stable_sort(labels.begin(), labels.end(),
                         [](const Label &a, const Label &b) { return a.name < b.name; });
        m_set = static_cast<std::ptrdiff_t>(labels.size());
    }

    [[nodiscard]] std::string_view value(std::string_view name) const
    {
        const auto at = find(m_labels.begin(), name);
        return at == m_labels.end() ? std::string_view() : std::string_view(at->value);
    }

    void set(std::string_view name, std::string value)
    {
        if (const auto at = find(m_labels.begin() + m_set, name); at != m_labels.end() && !value.empty()) {
            at->value = std::move(value);
            return;
        }
        std::string kept(name);
        removeIf([&kept](std::string_view other) { return other == kept; });
        if (!value.empty())
            m_labels.push_back({std::move(kept), std::move(value)});
    }

    template<typename Predicate>
    void removeIf(Predicate gone)
    {
        const auto doomed = [&gone](const Label &label) { return gone(std::string_view(label.name)); };
        const auto set = m_labels.begin() + m_set;
        m_set -= std::count_if(m_labels.begin(), set, doomed);
        std::erase_if(m_labels, doomed);
    }

    [[nodiscard]] const std::vector<Label> &labels() const noexcept { return m_labels; }

private:
    [[nodiscard]] std::vector<Label>::iterator find(std::vector<Label>::iterator from,
                                                    std::string_view name) const
    {
        return std::find_if(from, m_labels.end(), [name](const Label &label) { return label.name == name; });
    }

    std::vector<Label> &m_labels;
    std::ptrdiff_t m_set = 0; ///< from here on labels were set by rules
};

/// Label values are bounded where they are stored; this keeps a template from filling memory before.
constexpr std::size_t maxExpansion = std::size_t{1} << 20U;

std::string hashModulo(std::string_view text, std::uint64_t modulus)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    md5.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    std::uint64_t hash = 0;
    for (const char byte : md5.result().last(8))
        hash = hash << 8U | static_cast<unsigned char>(byte);
    return std::to_string(hash % modulus);
}

/// Letter by letter, as Go does: no letter becomes two.
std::string mapped(std::string_view text, char32_t (*map)(char32_t))
{
    std::u32string runes =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdU32String();
    std::transform(runes.begin(), runes.end(), runes.begin(), map);
    return QString::fromStdU32String(runes).toStdString();
}

} // namespace

class Relabeling::Rule
{
public:
    Rule(const RelabelRule &rule, GoRegex regex)
        : m_rule(rule)
        , m_regex(std::move(regex))
        , m_target(rule.targetLabel, m_regex)
        , m_replacement(rule.replacement, m_regex)
    {}

    [[nodiscard]] RelabelVerdict apply(LabelEdit &labels) const;

private:
    [[nodiscard]] std::string sourceOf(const LabelEdit &labels) const;
    void replace(LabelEdit &labels) const;
    void mapNames(LabelEdit &labels) const;

    RelabelRule m_rule;
    GoRegex m_regex;
    RegexTemplate m_target;
    RegexTemplate m_replacement;
};

std::string Relabeling::Rule::sourceOf(const LabelEdit &labels) const
{
    std::string source;
    for (const std::string &name : m_rule.sourceLabels) {
        if (&name != m_rule.sourceLabels.data())
            source += m_rule.separator;
        source += labels.value(name);
    }
    return source;
}

void Relabeling::Rule::replace(LabelEdit &labels) const
{
    const std::string source = sourceOf(labels);
    const std::optional<std::string> target = m_target.expand(source, maxExpansion);
    if (!target || target->empty())
        return;
    labels.set(*target, m_replacement.expand(source, maxExpansion).value_or(std::string()));
}

void Relabeling::Rule::mapNames(LabelEdit &labels) const
{
    const std::vector<Label> before = labels.labels();
    for (const Label &label : before) {
        if (const auto name = m_replacement.expand(label.name, maxExpansion); name && !name->empty())
            labels.set(*name, label.value);
    }
}

RelabelVerdict Relabeling::Rule::apply(LabelEdit &labels) const
{
    using enum RelabelAction;
    const auto keepIf = [](bool keep) { return keep ? RelabelVerdict::Keep : RelabelVerdict::Drop; };
    switch (m_rule.action) {
    case Keep:
        return keepIf(m_regex.matches(sourceOf(labels)));
    case Drop:
        return keepIf(!m_regex.matches(sourceOf(labels)));
    case KeepEqual:
        return keepIf(labels.value(m_rule.targetLabel) == sourceOf(labels));
    case DropEqual:
        return keepIf(labels.value(m_rule.targetLabel) != sourceOf(labels));
    case Replace:
        replace(labels);
        break;
    case HashMod:
        labels.set(m_rule.targetLabel, hashModulo(sourceOf(labels), m_rule.modulus));
        break;
    case LabelMap:
        mapNames(labels);
        break;
    case LabelDrop:
        labels.removeIf([this](std::string_view name) { return m_regex.matches(name); });
        break;
    case LabelKeep:
        labels.removeIf([this](std::string_view name) { return !m_regex.matches(name); });
        break;
    case Lowercase:
        labels.set(m_rule.targetLabel, mapped(sourceOf(labels), QChar::toLower));
        break;
    case Uppercase:
        labels.set(m_rule.targetLabel, mapped(sourceOf(labels), QChar::toUpper));
        break;
    }
    return RelabelVerdict::Keep;
}

Result<Relabeling> Relabeling::compile(std::span<const RelabelRule> rules)
{
    Relabeling relabeling;
    for (const RelabelRule &rule : rules) {
        Result<GoRegex> regex = GoRegex::compileWrapped(rule.regex);
        if (!regex)
            return Error{ErrorCode::ConfigValue, {plainText(regex.error())}, {}, rule.position};
        if (rule.action == RelabelAction::HashMod && rule.modulus == 0)
            return Error{ErrorCode::ConfigValue,
                         {"relabel configuration for hashmod requires non-zero modulus"},
                         {},
                         rule.position};
        relabeling.m_rules.push_back(std::make_shared<const Rule>(rule, std::move(*regex)));
    }
    return relabeling;
}

RelabelVerdict Relabeling::apply(std::vector<Label> &labels) const
{
    LabelEdit edit(labels);
    for (const std::shared_ptr<const Rule> &rule : m_rules) {
        if (rule->apply(edit) == RelabelVerdict::Drop)
            return RelabelVerdict::Drop;
    }
    return RelabelVerdict::Keep;
}

} // namespace sightglass
