// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulewriter.h"

#include "parser/base/durationtext.h"

#include <string_view>

namespace sightglass {
namespace {

constexpr std::size_t indentStep = 2;

/// The lines of one item of a list: the first field stands behind the dash.
class BlockWriter
{
public:
    explicit BlockWriter(const YamlLayout &layout)
        : m_layout(layout)
    {}

    void field(std::string_view key, std::string_view value) { line(key, yamlValue(value, inner(2))); }
    void raw(std::string_view key, std::string_view value) { line(key, value); }
    void labels(std::string_view key, const std::vector<WrittenLabel> &labels)
    {
        if (labels.empty())
            return;
        line(key, {});
        const YamlLayout values = inner(3);
        for (const WrittenLabel &label : labels)
            m_text.append(inner(2).column, ' ')
                .append(yamlKey(label.name.value))
                .append(": ")
                .append(yamlValue(label.value.value, values))
                .append(m_layout.lineEnd);
    }
    void lines(std::string_view text) { m_text += text; }

    /// Of what stands so many steps inside the dash.
    [[nodiscard]] YamlLayout inner(std::size_t steps) const
    {
        return {m_layout.column + steps * indentStep, m_layout.lineEnd, m_layout.listIndent};
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    void line(std::string_view key, std::string_view value)
    {
        m_text.append(m_text.empty() ? m_layout.column : m_layout.column + indentStep, ' ');
        m_text += m_text.size() == m_layout.column ? "- " : "";
        m_text.append(key).append(value.empty() ? ":" : ": ").append(value).append(m_layout.lineEnd);
    }

    const YamlLayout m_layout;
    std::string m_text;
};

/// One item in braces.
class FlowWriter
{
public:
    void field(std::string_view key, std::string_view value) { raw(key, yamlQuoted(value)); }
    void raw(std::string_view key, std::string_view value)
    {
        if (!m_text.empty())
            m_text += ", ";
        m_text.append(yamlQuoted(key)).append(": ").append(value);
    }
    void labels(std::string_view key, const std::vector<WrittenLabel> &labels)
    {
        if (labels.empty())
            return;
        FlowWriter inner;
        for (const WrittenLabel &label : labels)
            inner.field(label.name.value, label.value.value);
        raw(key, inner.text());
    }
    [[nodiscard]] std::string text() const { return '{' + m_text + '}'; }

private:
    std::string m_text;
};

template<typename Writer>
void writeRule(const WrittenRule &rule, Writer &writer)
{
    if (!rule.record.value.empty())
        writer.field("record", rule.record.value);
    if (!rule.alert.value.empty())
        writer.field("alert", rule.alert.value);
    writer.field("expr", rule.expr.value);
    if (rule.forMs.value != 0)
        writer.raw("for", formatDurationMs(rule.forMs.value));
    if (rule.keepFiringForMs.value != 0)
        writer.raw("keep_firing_for", formatDurationMs(rule.keepFiringForMs.value));
    writer.labels("labels", rule.labels);
    writer.labels("annotations", rule.annotations);
}

template<typename Writer>
void writeGroupHead(const WrittenGroup &group, Writer &writer)
{
    writer.field("name", group.name.value);
    if (group.intervalMs.value != 0)
        writer.raw("interval", formatDurationMs(group.intervalMs.value));
    if (group.queryOffsetMs.value)
        writer.raw("query_offset", formatDurationMs(*group.queryOffsetMs.value));
    if (group.limit.value != 0)
        writer.raw("limit", std::to_string(group.limit.value));
    writer.labels("labels", group.labels);
}

} // namespace

std::string blockItem(const WrittenRule &rule, const YamlLayout &layout)
{
    BlockWriter writer(layout);
    writeRule(rule, writer);
    return writer.text();
}

std::string blockItem(const WrittenGroup &group, const YamlLayout &layout)
{
    BlockWriter writer(layout);
    writeGroupHead(group, writer);
    writer.raw("rules", group.rules.empty() ? "[]" : "");
    YamlLayout rules = writer.inner(1);
    rules.column += layout.listIndent;
    for (const WrittenRule &rule : group.rules)
        writer.lines(blockItem(rule, rules));
    return writer.text();
}

std::string flowItem(const WrittenRule &rule)
{
    FlowWriter writer;
    writeRule(rule, writer);
    return writer.text();
}

std::string flowItem(const WrittenGroup &group)
{
    FlowWriter writer;
    writeGroupHead(group, writer);
    std::string rules;
    for (const WrittenRule &rule : group.rules)
        rules += (rules.empty() ? "" : ", ") + flowItem(rule);
    writer.raw("rules", '[' + rules + ']');
    return writer.text();
}

} // namespace sightglass
