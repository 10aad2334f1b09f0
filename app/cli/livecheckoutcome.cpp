// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckoutcome.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "parser/base/numbertext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::LiveCheck)
};

constexpr qsizetype longestLabels = 300;
constexpr std::size_t mostRows = 1000;

using Row = std::array<QString, 5>;

QString table(const std::vector<Row> &rows)
{
    Row::size_type column = 0;
    std::array<qsizetype, 5> widths{};
    for (const Row &row : rows) {
        for (column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QString text;
    for (const Row &row : rows) {
        QString line = QStringLiteral("  ");
        for (column = 0; column + 1 < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        text += (line + row.back()).trimmed().prepend(QStringLiteral("  ")) + u'\n';
    }
    return text;
}

QString stateText(const CheckedAlert &alert)
{
    if (alert.worst != AlertState::Firing)
        return alert.now == AlertState::Pending ? Texts::tr("pending") : Texts::tr("was pending");
    return alert.now == AlertState::Inactive ? Texts::tr("resolved") : Texts::tr("firing");
}

QString severityText(const CheckedAlert &alert)
{
    const std::string_view name = severityName(severityOf(alert.labels));
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString labelsText(const CheckedAlert &alert)
{
    const std::string summary = summaryOf(alert.annotations);
    const QString labels = displayText(alert.labels.without("alertname").toString(), longestLabels);
    return summary.empty() ? labels : labels + u' ' + displayText(summary, longestLabels);
}

/// Firing before pending.
std::vector<Row> alertRows(const LiveCheckOutcome &outcome, AlertState worst)
{
    std::vector<Row> rows;
    for (const CheckedRule &rule : outcome.rules) {
        for (const CheckedAlert &alert : rule.alerts) {
            if (alert.worst == worst && rows.size() < mostRows)
                rows.push_back({displayText(rule.status.rule->name), stateText(alert), severityText(alert),
                                QString::fromStdString(formatFloat(alert.value)), labelsText(alert)});
        }
    }
    return rows;
}

std::size_t count(const LiveCheckOutcome &outcome, AlertState worst)
{
    std::size_t found = 0;
    for (const CheckedRule &rule : outcome.rules)
        found += static_cast<std::size_t>(
            std::count_if(rule.alerts.begin(), rule.alerts.end(),
                          [worst](const CheckedAlert &alert) { return alert.worst == worst; }));
    return found;
}

QString problemsText(const LiveCheckOutcome &outcome)
{
    QStringList lines;
    for (const CheckedTarget &target : outcome.targets) {
        const QString reason = target.error ? displayText(errorText(*target.error), longestLabels)
                                            : Texts::tr("no scrape was completed");
        if (!target.answered)
            lines << Texts::tr("%1 never answered: %2").arg(displayText(target.url), reason);
        else if (target.error)
            lines << Texts::tr("%1 is down by now, and missed %2 of %3 scrapes: %4")
                         .arg(displayText(target.url), QString::number(target.failures),
                              QString::number(target.scrapes), reason);
        else if (target.wasAway())
            lines << Texts::tr("%1 missed %2 of %3 scrapes")
                         .arg(displayText(target.url), QString::number(target.failures),
                              QString::number(target.scrapes));
    }
    for (const CheckedRule &rule : outcome.rules) {
        const QString name =
            displayText(rule.status.group) + QStringLiteral(" / ") + displayText(rule.status.rule->name);
        if (rule.error)
            lines << Texts::tr("%1 failed: %2").arg(name, displayText(errorText(*rule.error), longestLabels));
        else if (!rule.status.lastEvaluation)
            lines << Texts::tr("%1 was never evaluated").arg(name);
        else if (rule.blind)
            lines << Texts::tr("%1 saw nothing: there is no series of %2")
                         .arg(name, displayText(*rule.blind, longestLabels));
    }
    if (outcome.targets.empty())
        lines << Texts::tr("there was no target");
    if (outcome.isBlind())
        lines << Texts::tr("no alerting rule had anything to look at");
    if (outcome.interrupted)
        lines << Texts::tr("interrupted after %1 s").arg(outcome.seconds, 0, 'f', 1);
    return lines.isEmpty() ? QString() : lines.join(u'\n') + QStringLiteral("\n\n");
}

} // namespace

std::size_t LiveCheckOutcome::alertCount(Severity atLeast) const
{
    std::size_t found = 0;
    for (const CheckedRule &rule : rules)
        found += static_cast<std::size_t>(
            std::count_if(rule.alerts.begin(), rule.alerts.end(), [atLeast](const CheckedAlert &alert) {
                return alert.worst == AlertState::Firing && severityOf(alert.labels) >= atLeast;
            }));
    return found;
}

bool LiveCheckOutcome::hasAnswer() const
{
    return std::any_of(targets.begin(), targets.end(),
                       [](const CheckedTarget &target) { return target.answered; });
}

bool LiveCheckOutcome::isBlind() const
{
    return std::all_of(rules.begin(), rules.end(), [](const CheckedRule &rule) {
        return rule.status.rule->kind == RuleKind::Recording || rule.blind.has_value();
    });
}

bool LiveCheckOutcome::couldNotTell() const
{
    return interrupted || !files.empty() || targets.empty() || isBlind() ||
           std::any_of(targets.begin(), targets.end(),
                       [](const CheckedTarget &target) { return target.wasAway(); }) ||
           std::any_of(rules.begin(), rules.end(), [](const CheckedRule &rule) {
               return rule.error.has_value() || !rule.status.lastEvaluation;
           });
}

QString checkText(const LiveCheckOutcome &outcome)
{
    QString text = problemsText(outcome);
    std::vector<Row> rows = alertRows(outcome, AlertState::Firing);
    const std::vector<Row> pending = alertRows(outcome, AlertState::Pending);
    rows.insert(rows.end(), pending.begin(), pending.end());
    if (!rows.empty()) {
        rows.insert(rows.begin(), {Texts::tr("ALERT"), Texts::tr("STATE"), Texts::tr("SEVERITY"),
                                   Texts::tr("VALUE"), Texts::tr("LABELS")});
        text += table(rows) + u'\n';
    }
    const auto number = [](std::size_t value) { return static_cast<int>(value); };
    text += Texts::tr("%n target(s)", nullptr, number(outcome.targets.size())) + QStringLiteral(", ") +
            Texts::tr("%n rule(s)", nullptr, number(outcome.rules.size())) + QStringLiteral(", ") +
            Texts::tr("%n alert(s) fired", nullptr, number(count(outcome, AlertState::Firing))) +
            QStringLiteral(", ") +
            Texts::tr("%n pending", nullptr, number(count(outcome, AlertState::Pending)));
    return text;
}

} // namespace sightglass
