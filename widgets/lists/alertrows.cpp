// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/alertrows.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/storage/labelmatcher.h"
#include "parser/base/durationtext.h"
#include "parser/promql/parse.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/alertcolor.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace sightglass {

namespace {

constexpr std::string_view nameLabel = "alertname";
constexpr std::int64_t second = 1000;
constexpr std::size_t mostRows = 1000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::AlertList)
};

/// One alert on its way into the list.
struct Shown
{
    AlertState state = AlertState::Inactive;
    Severity severity = Severity::Info;
    std::string name;
    Labels labels; ///< with alertname
    QString detail;
    std::optional<TimestampMs> since;
    bool resolved = false;
    bool broken = false;
};

QString stateText(const Shown &shown)
{
    if (shown.broken)
        return Texts::tr("broken rule");
    switch (shown.state) {
    case AlertState::Firing:
        return Texts::tr("firing");
    case AlertState::Pending:
        return Texts::tr("pending");
    case AlertState::Inactive:
        break;
    }
    return shown.resolved ? Texts::tr("resolved") : Texts::tr("inactive");
}

QColor colorOf(const Shown &shown, const Theme &theme)
{
    return theme.semantic(shown.broken ? brokenRuleColor : alertColor(shown.state, shown.severity));
}

QString detailOf(const Labels &labels, const std::string &summary)
{
    const Labels own = labels.without(nameLabel).without(severityLabel);
    const QString text = displayText(std::string_view(summary), 500);
    const QString list = own.empty() ? QString() : displayText(own.toString());
    if (text.isEmpty() || list.isEmpty())
        return text.isEmpty() ? list : text;
    return text + QStringLiteral(" · ") + list;
}

bool isWanted(AlertState state, const AlertListOptions &options)
{
    switch (state) {
    case AlertState::Firing:
        return options.firing;
    case AlertState::Pending:
        return options.pending;
    case AlertState::Inactive:
        break;
    }
    return options.inactive;
}

bool containsName(const std::string &name, const std::string &filter)
{
    return filter.empty() ||
           QString::fromStdString(name).contains(QString::fromStdString(filter), Qt::CaseInsensitive);
}

Shown shownAlert(const RuleStatus &rule, const Alert &alert)
{
    Shown shown;
    shown.state = alert.state;
    shown.severity = severityOf(alert.labels);
    shown.name = rule.rule->name;
    shown.labels = alert.labels.with(nameLabel, rule.rule->name);
    shown.detail = detailOf(alert.labels, summaryOf(alert.annotations));
    shown.resolved = alert.state == AlertState::Inactive;
    shown.since = alert.state == AlertState::Firing ? alert.firedAt : alert.activeAt;
    if (shown.resolved)
        shown.since = alert.resolvedAt;
    return shown;
}

void addRule(std::vector<Shown> &out, const RuleStatus &rule, const AlertListOptions &options)
{
    Shown whole;
    whole.name = rule.rule->name;
    whole.labels = rule.rule->labels.with(nameLabel, rule.rule->name);
    whole.severity = severityOf(rule.rule->labels);
    if (rule.error) {
        whole.broken = true;
        whole.detail = errorText(*rule.error);
        out.push_back(std::move(whole));
        return;
    }
    for (const Alert &alert : rule.alerts) {
        if (isWanted(alert.state, options))
            out.push_back(shownAlert(rule, alert));
    }
    if (rule.alerts.empty() && options.inactive)
        out.push_back(std::move(whole));
}

/// The options' matchers; an error where they cannot be read.
Result<std::vector<LabelMatcher>> matchersOf(const std::string &filter)
{
    std::string_view text = filter;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ','; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    if (text.size() >= 2 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, text.size() - 2);
    std::vector<LabelMatcher> ready;
    if (text.empty())
        return ready;
    // A selector alone must not match everything; every alert has a name.
    const auto parsed = promql::parseSelector("{alertname=~\".*.+\"," + std::string(text) + "}");
    if (!parsed)
        return parsed.error();
    for (const Matcher &matcher : *parsed)
        ready.emplace_back(matcher);
    return ready;
}

void sortAlerts(std::vector<Shown> &alerts, SortOrder order)
{
    if (order == SortOrder::None)
        return;
    const auto key = [](const Shown &shown) { return std::tuple(shown.broken, shown.state, shown.severity); };
    std::ranges::stable_sort(alerts, [&key, order](const Shown &a, const Shown &b) {
        if (key(a) != key(b))
            return order == SortOrder::Descending ? key(a) > key(b) : key(a) < key(b);
        return std::tie(a.name, a.labels) < std::tie(b.name, b.labels);
    });
}

std::string groupOf(const Shown &shown, const AlertListOptions &options)
{
    if (options.groupBy.empty())
        return shown.name;
    std::string group;
    for (const std::string &label : options.groupBy) {
        const std::string_view value = shown.labels.value(label);
        if (!value.empty())
            group += (group.empty() ? "" : ", ") + label + "=" + std::string(value);
    }
    return group;
}

/// When it is looked at, and from where.
struct Clock
{
    TimestampMs now = 0;
    const QTimeZone &zone;
};

QString asideOf(const Shown &shown, const Clock &clock)
{
    if (!shown.since)
        return {};
    const QString at = timeText(*shown.since, second, clock.zone);
    if (clock.now < *shown.since + second)
        return at;
    const std::int64_t age = (clock.now - *shown.since) / second * second;
    return Texts::tr("%1 (%2)", "a time and its age").arg(at, QString::fromStdString(formatDurationMs(age)));
}

ListRow rowOf(const Shown &shown, const Theme &theme, const Clock &clock)
{
    return {ListRow::Kind::Entry,
            displayText(std::string_view(shown.name)),
            shown.detail,
            stateText(shown),
            asideOf(shown, clock),
            colorOf(shown, theme),
            {}};
}

ListRow note(const QString &text)
{
    return {ListRow::Kind::Note, text, {}, {}, {}, {}, {}};
}

std::vector<Shown> chosen(const AlertListSource &source, const AlertListOptions &options,
                          const std::vector<LabelMatcher> &matchers)
{
    std::vector<Shown> alerts;
    for (const RuleStatus &rule : source.rules) {
        const bool own = std::ranges::find(source.ownGroups, rule.group) != source.ownGroups.end();
        if (rule.rule && rule.rule->kind == RuleKind::Alerting && (own || !options.onlyThisDashboard) &&
            containsName(rule.rule->name, options.nameFilter))
            addRule(alerts, rule, options);
    }
    std::erase_if(alerts, [&matchers](const Shown &shown) {
        return !std::ranges::all_of(matchers,
                                    [&shown](const LabelMatcher &one) { return one.matches(shown.labels); });
    });
    return alerts;
}

} // namespace

std::vector<ListRow> alertListRows(const AlertListSource &source, const AlertListOptions &options,
                                   const Theme &theme, const QTimeZone &zone)
{
    std::vector<ListRow> rows;
    auto matchers = matchersOf(options.labelFilter);
    if (!matchers) {
        rows.push_back(
            note(Texts::tr("The filter of labels cannot be read: %1").arg(errorText(matchers.error()))));
        return rows;
    }
    std::vector<Shown> alerts = chosen(source, options, *matchers);
    sortAlerts(alerts, options.sort);
    Clock clock{0, zone};
    for (const RuleStatus &rule : source.rules)
        clock.now = std::max(clock.now, rule.lastEvaluation.value_or(0));
    const std::size_t limit =
        options.limit > 0 ? std::min(static_cast<std::size_t>(options.limit), mostRows) : mostRows;
    const std::size_t left = alerts.size() - std::min(alerts.size(), limit);
    alerts.resize(alerts.size() - left);
    if (!options.grouped) {
        for (const Shown &shown : alerts)
            rows.push_back(rowOf(shown, theme, clock));
    } else {
        std::vector<std::string> order;
        std::map<std::string, std::vector<const Shown *>> groups;
        for (const Shown &shown : alerts) {
            auto &group = groups[groupOf(shown, options)];
            if (group.empty())
                order.push_back(groupOf(shown, options));
            group.push_back(&shown);
        }
        for (const std::string &name : order) {
            const auto &group = groups[name];
            const QString title =
                name.empty() ? Texts::tr("none of these labels") : displayText(std::string_view(name));
            rows.push_back({ListRow::Kind::Heading, title, {}, {}, QString::number(group.size()), {}, {}});
            for (const Shown *shown : group)
                rows.push_back(rowOf(*shown, theme, clock));
        }
    }
    if (left > 0)
        rows.push_back(note(
            Texts::tr("and %n more", nullptr, static_cast<int>(std::min<std::size_t>(left, 1'000'000)))));
    return rows;
}

} // namespace sightglass
