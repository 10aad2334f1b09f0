// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the alert pages with made-up alerts, to be looked at: gallery DIR.
#include "model/alerting/rulegroup.h"
#include "model/presentation/alertboardmodel.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "widgets/alerts/alertboard.h"
#include "widgets/alerts/alertsheet.h"
#include "widgets/alerts/backteststrip.h"
#include "widgets/alerts/historyview.h"
#include "widgets/alerts/notifydialog.h"
#include "widgets/alerts/ruledialog.h"
#include "widgets/alerts/rulesview.h"
#include "widgets/alerts/silencedialog.h"
#include "widgets/alerts/silencelist.h"
#include "widgets/alerts/whypane.h"

#include <QApplication>
#include <QDir>

#include <cmath>
#include <memory>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'000;
constexpr std::int64_t minute = 60'000;

Alert alertOf(int i)
{
    static const char *const names[] = {"NodeDown", "DiskWillFillIn4Hours", "HighErrorRate",
                                        "LatencyTooHigh"};
    static const char *const severities[] = {"critical", "warning", "warning", "info"};
    Alert alert;
    alert.labels =
        Labels(std::vector<Label>{{"alertname", names[i % 4]},
                                  {"instance", "db-" + std::to_string(i / 4) + ".eu-west.example.org:9100"},
                                  {"job", "node"},
                                  {"device", i % 4 == 1 ? "/dev/nvme" + std::to_string(i % 3) + "n1" : ""},
                                  {"zone", std::string("eu-west-") + static_cast<char>('a' + i % 3)},
                                  {"severity", severities[i % 4]}});
    alert.state = i % 7 == 3 ? AlertState::Pending : i % 11 == 5 ? AlertState::Inactive : AlertState::Firing;
    alert.activeAt = now - (i * 37 % 400 + 1) * minute;
    alert.firedAt = alert.activeAt + minute;
    alert.resolvedAt = alert.state == AlertState::Inactive ? std::optional(now - minute) : std::nullopt;
    alert.value = i * 1.7;
    alert.annotations = {{"summary", "Something is wrong with " + std::to_string(i)}};
    return alert;
}

RuleStatus statusOf(int alerts)
{
    auto rule = std::make_shared<Rule>();
    rule->name = "HighErrorRate";
    rule->query = "sum by (instance, zone) (rate(http_errors_total[5m])) > 20";
    rule->expr = *promql::parseExpr(rule->query);
    rule->forMs = 5 * minute;
    RuleStatus status;
    status.group = "api";
    status.file = "/home/me/rules/api.yml";
    status.rule = rule;
    status.lastEvaluation = now;
    status.evaluationSeconds = 0.0042;
    for (int i = 0; i < alerts; ++i)
        status.alerts.push_back(alertOf(i));
    status.state = alerts > 0 ? AlertState::Firing : AlertState::Inactive;
    return status;
}

std::vector<BoardRow> rows(int count)
{
    BoardFacts facts;
    facts.verdict = [](const Labels &labels) {
        AlertVerdict verdict;
        verdict.isQuietTime = labels.value("zone") == "eu-west-c" && labels.hash() % 3 == 0;
        return verdict;
    };
    facts.acknowledged = [](const RuleStatus &, const Alert &alert) {
        return alert.labels.hash() % 6 == 0 ? std::optional<TimestampMs>(now) : std::nullopt;
    };
    const std::vector rules = {statusOf(count)};
    auto made = boardRows(rules, facts);
    for (BoardRow &row : made)
        row.rule = row.alert.labels.value("alertname");
    return made;
}

AlertHistory history()
{
    std::mt19937 random(3);
    AlertHistory made;
    for (int i = 0; i < 60; ++i) {
        const Alert alert = alertOf(i % 14);
        const TimestampMs at = now - static_cast<std::int64_t>(random() % 350) * minute;
        const auto change = [&](TimestampMs t, AlertState from, AlertState to) {
            return AlertTransition{t,
                                   "api",
                                   std::string(alert.labels.value("alertname")),
                                   severityOf(alert.labels),
                                   from,
                                   to,
                                   alert.labels,
                                   42,
                                   "Something is wrong",
                                   {}};
        };
        const TimestampMs fires = at + 4 * minute;
        made.append(std::vector{change(at, AlertState::Inactive, AlertState::Pending)});
        if (random() % 4 != 0)
            made.append(std::vector{change(fires, AlertState::Pending, AlertState::Firing)});
        if (random() % 6 != 0)
            made.append(std::vector{change(fires + static_cast<std::int64_t>(random() % 30) * minute,
                                           AlertState::Firing, AlertState::Inactive)});
    }
    const std::uint64_t id = made.episodes().back().id;
    made.acknowledge(id, now - 20 * minute);
    made.note(id, "Disk is being replaced; ticket OPS-4711", now - 15 * minute);
    return made;
}

RuleDiagnosis diagnosis()
{
    RuleDiagnosis made;
    made.verdict = RuleVerdict::Waits;
    made.at = now;
    made.forMs = 5 * minute;
    RuleComparison comparison;
    comparison.text = "sum by (instance, zone) (rate(http_errors_total[5m])) > 20";
    for (int i = 0; i < 14; ++i) {
        RuleLabelSet set;
        set.labels = alertOf(i).labels.without("alertname").without("severity");
        set.state = i < 2 ? AlertState::Firing : i < 5 ? AlertState::Pending : AlertState::Inactive;
        set.value = 30 - i * 2.3;
        set.threshold = 20;
        set.forShare = 0.2 * i;
        set.forLeftMs = (5 - i) * minute;
        for (std::size_t n = 0; n < diagnosedEvaluations; ++n)
            set.seen.push_back(i == 7 && n % 3 == 1                               ? SetPresence::Absent
                               : n + static_cast<std::size_t>(i) / 2 > 6 && i < 5 ? SetPresence::Holds
                                                                                  : SetPresence::Quiet);
        made.sets.push_back(set);
        comparison.sets.push_back({set.labels, set.value, set.threshold, i < 5});
    }
    comparison.count = made.sets.size();
    made.comparisons = {comparison};
    made.remarks = {{RuleRemarkKind::ChangingLabel, 12, "pod", "api-5d8f-x1, api-5d8f-x2, api-77aa-b9"},
                    {RuleRemarkKind::VanishingSeries, 1, "", "{instance=\"db-1.eu-west.example.org:9100\"}"}};
    ExplainedNode root;
    root.text = comparison.text;
    root.kind = promql::ExprKind::Binary;
    root.type = promql::ValueType::InstantVector;
    root.series = 5;
    root.sampleLabels = "{instance=\"db-1\"}";
    root.sampleValue = 30;
    made.explanation.nodes = {root};
    return made;
}

ThresholdChart::Series series(StepRange steps)
{
    std::vector<MatrixSeries> made;
    for (int s = 0; s < 6; ++s) {
        MatrixSeries one;
        one.labels = Labels(std::vector<Label>{{"instance", std::to_string(s)}});
        for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs) {
            const double x = static_cast<double>(t - steps.start) / 3600'000;
            one.samples.push_back({t, 0.4 + 0.06 * s +
                                          0.3 * std::exp(-std::pow((x - 0.3 - 0.05 * s) * 12, 2.0)) +
                                          0.02 * std::sin(x * 90 + s)});
        }
        made.push_back(std::move(one));
    }
    return std::make_shared<const std::vector<MatrixSeries>>(std::move(made));
}

class Gallery
{
public:
    Gallery(QDir folder, Theme theme, QString name)
        : m_folder(std::move(folder))
        , m_theme(std::move(theme))
        , m_name(std::move(name))
    {}

    void shoot(QWidget &widget, const QString &what, QSize size) const
    {
        widget.resize(size);
        widget.show();
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        widget.grab().save(m_folder.filePath(
            QStringLiteral("%1-%2-%3x%4.png").arg(what, m_name).arg(size.width()).arg(size.height())));
    }

    void all() const
    {
        QApplication::setPalette(m_theme.palette());
        for (const QSize size : {QSize(900, 600), QSize(1300, 800)})
            pages(size);
        dialogs();
    }

private:
    void pages(QSize size) const
    {
        for (const int count : {12, 200}) {
            AlertBoardModel model;
            AlertBoard board(&model);
            board.setTheme(m_theme);
            board.setRules(40, 3);
            model.setRows(rows(count), now);
            board.sheet()->setFocus();
            board.sheet()->setCurrentIndex(model.index(3, 0));
            shoot(board, QStringLiteral("board%1").arg(count), size);
        }
        HistoryView past;
        past.setTheme(m_theme);
        past.setHistory(history(), now);
        shoot(past, QStringLiteral("history"), size);
        RulesView view;
        view.setTheme(m_theme);
        RuleStatus quiet = statusOf(0);
        auto other = std::make_shared<Rule>(*quiet.rule);
        other->name = "Quiet";
        quiet.rule = other;
        RuleGroupStatus group{"api", "/home/me/rules/api.yml", 15'000, 0, 2, 4, now, 0.01};
        view.setRules({statusOf(9), quiet}, {group}, {});
        const auto shown = std::make_shared<const RuleDiagnosis>(diagnosis());
        view.why()->setDiagnosis(shown);
        const StepRange steps{now - 3600'000, now, 15'000};
        view.why()->setBackTest(backTest(*series(steps), steps, {2 * minute, 0, 0},
                                         BackTestCondition{promql::BinaryOp::Gt, 0.7}));
        shoot(view, QStringLiteral("rules"), size);
        SilenceList list;
        SilenceList::Contents contents;
        contents.now = now;
        for (int i = 0; i < 5; ++i) {
            Silence silence;
            silence.id = std::to_string(i);
            silence.matchers = matchersFor(alertOf(i).labels);
            silence.startsAt = now - (3 - i) * 60 * minute;
            silence.endsAt = silence.startsAt + 120 * minute;
            silence.createdBy = "me";
            silence.comment = "disks are changed";
            contents.own.push_back(silence);
            contents.alerts.push_back(alertOf(i).labels);
        }
        list.setContents(contents);
        shoot(list, QStringLiteral("silences"), size);
    }

    void dialogs() const
    {
        SilenceDialog::Subject subject;
        subject.silence.matchers = {{MatchOp::Equal, "alertname", "NodeDown"}};
        subject.silence.startsAt = now;
        subject.now = [] { return now; };
        for (int i = 0; i < 20; ++i)
            subject.alerts.push_back(alertOf(i).labels);
        auto *silence = new SilenceDialog(subject);
        shoot(*silence, QStringLiteral("silencedialog"), {640, 460});
        delete silence;
        RuleDialog::Subject rule;
        rule.draft.name = "CpuTooBusy";
        rule.draft.threshold = 0.72;
        rule.draft.forMs = 2 * minute;
        rule.draft.summary = "CPU is too busy";
        rule.expressions = {"1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[1m]))"};
        rule.files = {"/home/me/.config/sightglass/my-rules.yml"};
        rule.unit = "percentunit";
        auto *dialog = new RuleDialog(rule, m_theme);
        const StepRange steps{now - 3600'000, now, 15'000};
        dialog->setSeries(series(steps), steps);
        shoot(*dialog, QStringLiteral("ruledialog"), {860, 720});
        delete dialog;
        auto *notify = new NotifyDialog({}, {{QStringLiteral("http://127.0.0.1:9093")}, {}, {}}, {});
        notify->setSenderStates(
            {{QStringLiteral("http://127.0.0.1:9093"), false, QStringLiteral("12 sent, 3 waiting"),
              QStringLiteral("Connection refused")}});
        shoot(*notify, QStringLiteral("notifydialog"), {640, 480});
        delete notify;
    }

    QDir m_folder;
    Theme m_theme;
    QString m_name;
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    QDir().mkpath(folder.path());
    Gallery(folder, darkTheme(), QStringLiteral("dark")).all();
    Gallery(folder, lightTheme(), QStringLiteral("light")).all();
    return 0;
}
