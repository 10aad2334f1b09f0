// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/whypane.h"

#include "model/presentation/explanationmodel.h"
#include "model/presentation/rulediagnosistext.h"
#include "tests/support/testcase.h"
#include "widgets/alerts/backteststrip.h"
#include "widgets/alerts/ruledialog.h"

#include <QHeaderView>
#include <QLabel>
#include <QTest>
#include <QTreeView>

namespace {

using namespace sightglass;

constexpr TimestampMs moment = 1'700'000'000'000;

class WhyPaneTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// A diagnosis holds the first sets; the rule has all of them.
    void allAlertsAreCounted()
    {
        RuleDiagnosis diagnosis;
        diagnosis.verdict = RuleVerdict::Fires;
        diagnosis.sets.resize(200);
        for (RuleLabelSet &set : diagnosis.sets)
            set.state = AlertState::Firing;
        RuleStatus status;
        status.alerts.resize(250);
        for (Alert &alert : status.alerts)
            alert.state = AlertState::Firing;
        const QString text = verdictText(diagnosis, status);
        QVERIFY2(text.contains(QLatin1String("250")) && text.contains(QLatin1String("first 200")),
                 qPrintable(text));
        status.alerts.resize(200);
        QVERIFY(!verdictText(diagnosis, status).contains(QLatin1String("first")));
    }

    void anEmptyTableSaysSo()
    {
        WhyPane pane;
        pane.setTimeZone(QTimeZone::utc());
        const auto *title = pane.findChild<QLabel *>(QStringLiteral("movesTitle"));
        MoveAnswer answer;
        answer.series = 40;
        answer.beforeMs = 90'000;
        answer.afterMs = 60'000;
        pane.setMoves(answer, moment, {});
        QVERIFY2(title->text().startsWith(QLatin1String("Nothing moved")), qPrintable(title->text()));
        QVERIFY(title->text().contains(QLatin1String("1m30s before")));
        answer.moved.push_back({Labels::withName("x", {}), MoveKind::Value, 9, 1, 2});
        pane.setMoves(answer, moment, {});
        QVERIFY(title->text().contains(QLatin1String("1m30s before")));
        QVERIFY(!title->text().startsWith(QLatin1String("Nothing")));
        answer.beforeMs = 0;
        pane.setMoves(answer, moment, {});
        QVERIFY(title->text().startsWith(QLatin1String("There is no data")));
    }

    void valuesComeFirstAndHaveRoom()
    {
        WhyPane pane;
        pane.resize(1200, 500);
        const auto *header = pane.findChild<QTreeView *>(QStringLiteral("ruleTree"))->header();
        QCOMPARE(header->sectionResizeMode(ExplanationModel::SampleColumn), QHeaderView::Stretch);
        QVERIFY(!header->stretchLastSection());
        auto explanation = std::make_shared<Explanation>();
        explanation->nodes.resize(1);
        explanation->nodes[0].sampleLabels = "{instance=\"a\"}";
        explanation->nodes[0].sampleValue = 7;
        ExplanationModel model;
        model.setExplanation(explanation);
        QVERIFY(model.index(0, ExplanationModel::SampleColumn)
                    .data()
                    .toString()
                    .startsWith(QLatin1String("7  {")));
    }

    /// “for” of 6 min over 5 min that are shown: it has held since before them.
    void theStripBeginsWarm()
    {
        RuleDialog::Subject subject;
        subject.draft.name = "Busy";
        subject.draft.threshold = 5;
        subject.draft.forMs = 360'000;
        subject.expressions = {"load"};
        subject.files = {"/tmp/rules.yml"};
        RuleDialog dialog(subject, darkTheme());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const StepRange steps{moment - 400'000, moment + 300'000, 10'000};
        MatrixSeries load;
        for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs)
            load.samples.push_back({t, 9});
        dialog.setSeries(std::make_shared<const std::vector<MatrixSeries>>(std::vector{load}), steps, moment);
        const BackTest &shown = dialog.strip()->shown();
        QCOMPARE(shown.steps.start, moment);
        QCOMPARE(shown.fired, std::size_t{1});
        QCOMPARE(shown.firingMs, std::int64_t{300'000});
    }
};

} // namespace

SIGHTGLASS_TEST(WhyPaneTest)

#include "whypanetest.moc"
