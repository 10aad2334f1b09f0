// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertboard.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view alertNameLabel = "alertname";

/// Broken, firing and told, firing but known or kept quiet, pending, resolved.
int rankOf(const BoardRow &row)
{
    if (row.error)
        return 0;
    switch (row.alert.state) {
    case AlertState::Firing:
        return row.verdict.isTold() && !row.acknowledgedAt ? 1 : 2;
    case AlertState::Pending:
        return 3;
    case AlertState::Inactive:
        break;
    }
    return 4;
}

auto worstKey(const BoardRow &row)
{
    return std::tuple(rankOf(row), -static_cast<int>(row.severity), -row.since().value_or(0));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits from `at` on without leading noughts; moves `at` behind them.
std::string_view numberAt(std::string_view text, std::size_t &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

bool naturallyLess(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view x = numberAt(a, i);
            const std::string_view y = numberAt(b, j);
            if (x != y)
                return std::pair(x.size(), x) < std::pair(y.size(), y);
            continue;
        }
        if (a[i] != b[j])
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        ++i;
        ++j;
    }
    return std::pair(a.size() - i, a.size()) < std::pair(b.size() - j, b.size());
}

bool isLess(const BoardRow &a, const BoardRow &b, const BoardOrder &order)
{
    switch (order.column) {
    case BoardColumn::Severity:
        return a.severity < b.severity;
    case BoardColumn::Alert:
        return naturallyLess(a.rule, b.rule);
    case BoardColumn::Label:
        return naturallyLess(a.alert.labels.value(order.label), b.alert.labels.value(order.label));
    case BoardColumn::Value: // NaN behind all numbers
        return std::pair(std::isnan(a.alert.value), a.alert.value) <
               std::pair(std::isnan(b.alert.value), b.alert.value);
    case BoardColumn::Since:
        return a.since() < b.since();
    case BoardColumn::Summary:
        return naturallyLess(summaryOf(a.alert.annotations), summaryOf(b.alert.annotations));
    case BoardColumn::Worst:
        break;
    }
    return worstKey(a) < worstKey(b);
}

bool isIdentity(std::string_view name)
{
    return name == alertNameLabel || name == severityLabel;
}

struct LabelUse
{
    std::size_t rows = 0;
    std::string_view value;
    bool varies = false;
};

std::map<std::string_view, LabelUse> labelUses(std::span<const BoardRow> rows)
{
    std::map<std::string_view, LabelUse> uses;
    for (const BoardRow &row : rows) {
        for (const LabelView label : row.alert.labels) {
            LabelUse &use = uses[label.name];
            use.varies = use.varies || (use.rows > 0 && use.value != label.value);
            use.value = label.value;
            ++use.rows;
        }
    }
    return uses;
}

/// instance and job tell most of us where to look.
int familiarity(std::string_view name)
{
    constexpr std::array<std::string_view, 2> familiar = {"instance", "job"};
    return static_cast<int>(std::find(familiar.begin(), familiar.end(), name) - familiar.begin());
}

bool looksLikeMatchers(std::string_view text)
{
    return text.find_first_of("{}=~!\"") != std::string_view::npos;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : asciiLower(text) + ' ') {
        if (c != ' ' && c != '\t') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

bool hasWord(const BoardRow &row, const std::string &word)
{
    const auto holds = [&word](std::string_view text) {
        return asciiLower(text).find(word) != std::string::npos;
    };
    if (holds(row.rule) || holds(summaryOf(row.alert.annotations)))
        return true;
    const Labels &labels = row.alert.labels;
    return std::any_of(labels.begin(), labels.end(),
                       [&holds](const LabelView &label) { return holds(label.value) || holds(label.name); });
}

std::string_view shownState(const BoardRow &row)
{
    return row.alert.state == AlertState::Inactive ? "resolved" : alertStateName(row.alert.state);
}

} // namespace

std::optional<TimestampMs> BoardRow::since() const
{
    if (error)
        return std::nullopt;
    if (alert.state == AlertState::Inactive)
        return alert.resolvedAt.value_or(alert.activeAt);
    return alert.state == AlertState::Firing ? alert.firedAt.value_or(alert.activeAt) : alert.activeAt;
}

std::vector<BoardRow> boardRows(std::span<const RuleStatus> rules, const BoardFacts &facts)
{
    std::vector<BoardRow> rows;
    for (const RuleStatus &status : rules) {
        BoardRow row;
        row.group = status.group;
        row.file = status.file;
        row.rule = status.rule->name;
        if (status.error) {
            row.severity = severityOf(status.rule->labels);
            row.severityText = status.rule->labels.value(severityLabel);
            row.error = status.error;
            rows.push_back(row);
            row.error.reset();
        }
        for (const Alert &alert : status.alerts) {
            row.alert = alert;
            row.severity = severityOf(alert.labels);
            row.severityText = alert.labels.value(severityLabel);
            row.verdict = facts.verdict ? facts.verdict(alert.labels) : AlertVerdict{};
            row.acknowledgedAt = facts.acknowledged ? facts.acknowledged(status, alert) : std::nullopt;
            rows.push_back(row);
        }
    }
    sortBoard(rows, {});
    return rows;
}

BoardLabels boardLabels(std::span<const BoardRow> rows, std::size_t most)
{
    BoardLabels labels;
    const auto alerts = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const BoardRow &row) { return !row.error; }));
    const auto uses = labelUses(rows);
    std::vector<std::pair<std::string_view, LabelUse>> columns;
    for (const auto &[name, use] : uses) {
        if (isIdentity(name))
            continue;
        if (alerts > 1 && use.rows == alerts && !use.varies)
            labels.common.push_back({std::string(name), std::string(use.value)});
        else
            columns.emplace_back(name, use);
    }
    const auto key = [](const auto &column) {
        return std::tuple(familiarity(column.first), -static_cast<std::int64_t>(column.second.rows),
                          column.first);
    };
    std::sort(columns.begin(), columns.end(),
              [&key](const auto &a, const auto &b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < std::min(columns.size(), most); ++i)
        labels.columns.emplace_back(columns[i].first);
    return labels;
}

Result<BoardFilter> BoardFilter::fromText(std::string_view text)
{
    BoardFilter filter;
    if (!looksLikeMatchers(text)) {
        filter.m_words = wordsOf(text);
        return filter;
    }
    const auto parsed = parseAlertMatchers(text);
    if (!parsed)
        return parsed.error();
    auto compiled = AlertMatchers::compile(*parsed);
    if (!compiled)
        return compiled.error();
    filter.m_matchers = std::make_shared<const AlertMatchers>(*std::move(compiled));
    return filter;
}

bool BoardFilter::passes(const BoardRow &row) const
{
    const bool stateShown = row.error || row.alert.state == AlertState::Firing ? showsFiring
                            : row.alert.state == AlertState::Pending           ? showsPending
                                                                               : showsResolved;
    if (!stateShown || row.severity < least || (!showsQuiet && !row.verdict.isTold()))
        return false;
    if (m_matchers) {
        Labels labels = row.alert.labels.with(alertNameLabel, row.rule);
        labels = labels.with("alertstate", row.error ? "broken" : shownState(row));
        if (row.error && !row.severityText.empty())
            labels = labels.with(severityLabel, row.severityText);
        return m_matchers->match(labels);
    }
    return std::all_of(m_words.begin(), m_words.end(),
                       [&row](const std::string &word) { return hasWord(row, word); });
}

void sortBoard(std::vector<BoardRow> &rows, const BoardOrder &order)
{
    std::stable_sort(rows.begin(), rows.end(), [&order](const BoardRow &a, const BoardRow &b) {
        return order.descending ? isLess(b, a, order) : isLess(a, b, order);
    });
}

} // namespace sightglass
