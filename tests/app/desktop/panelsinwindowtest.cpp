// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "model/presentation/workspace.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"
#include "widgets/panels/panelframe.h"
#include "widgets/views/dashboardview.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

const char *const metrics = "# TYPE up_things gauge\n"
                            "up_things{node=\"a1\"} 1\n"
                            "up_things{node=\"a2\"} 2\n";

QByteArray panel(int id, const QByteArray &expr, const QByteArray &more)
{
    return "{\"id\":" + QByteArray::number(id) + ",\"type\":\"timeseries\",\"title\":\"P" +
           QByteArray::number(id) +
           "\",\"gridPos\":{\"h\":6,\"w\":12,\"x\":0,\"y\":" + QByteArray::number(id * 6) +
           "},\"targets\":[{\"refId\":\"A\",\"expr\":\"" + expr + "\"" + more + "}";
}

QByteArray dashboard(const QByteArray &panels)
{
    return "{\"title\":\"D\",\"uid\":\"d\",\"schemaVersion\":39,\"time\":{\"from\":\"now-1h\",\"to\":\"now\"}"
           ","
           "\"panels\":[" +
           panels + "]}";
}

/// What panels show in the program's window.
class PanelsInWindowTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QByteArray &text) const
    {
        return test::writtenFile(*m_folder, QStringLiteral("d.json"), text);
    }
    static double lastValue(const PanelFrame &frame)
    {
        const PanelDataPtr &data = frame.panelData();
        const bool any = data && !data->series.empty() && !data->series.front().samples.empty();
        return any ? data->series.front().samples.back().v : -1;
    }

    /// Whether scrapes go on, three times.
    static bool hasScraped(const test::DashboardProgram &program)
    {
        const QSignalSpy ticked(program.workspace.get(), &Workspace::ticked);
        return QTest::qWaitFor([&ticked] { return ticked.size() >= 3; }, 20'000);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::writtenFile(*m_folder, QStringLiteral("page.prom"), metrics);
    }

    /// $__range is the panel's, and a pause leaves the panel its own range; an absolute range is all panels'.
    void rangesOfTheirOwn()
    {
        const QString file =
            write(dashboard(panel(1, "vector($__range_s)", "}],\"timeFrom\":\"10m\"") + ',' +
                            panel(2, "vector($__range_s)", "}],\"timeShift\":\"5m\"") + ',' +
                            panel(3, "vector(($__to - $__from) / 1000)", "}],\"timeFrom\":\"20m\"")));
        test::DashboardProgram program(m_folder->path(), {file});
        QTRY_VERIFY(program.isFront("D"));
        const auto frame = [&](int index) { return program.front()->view()->panel(index); };
        const auto length = [&](int index) {
            const PanelDataPtr &data = frame(index)->panelData();
            return data ? data->range.lengthMs() / 1000 : 0;
        };
        QTRY_COMPARE(lastValue(*frame(0)), 600.0);
        QTRY_COMPARE(lastValue(*frame(2)), 1200.0);
        TimeDriver *time = program.pages()->time();
        time->setPaused(true);
        QVERIFY(hasScraped(program));
        QTRY_COMPARE(lastValue(*frame(0)), 600.0);
        QCOMPARE(lastValue(*frame(2)), 1200.0);
        QVERIFY(length(0) >= 590 && length(0) <= 610);
        time->setPaused(false);
        const TimeRange shown = time->shownRange();
        time->zoomTo({shown.to - 100'000, shown.to});
        QTRY_COMPARE(lastValue(*frame(0)), 100.0);
        QTRY_COMPARE(lastValue(*frame(1)), 100.0);
        QTRY_COMPARE(lastValue(*frame(2)), 100.0);
    }

    /// While the history is short less is shown; what is asked for stays what queries are about, as in
    /// Grafana.
    void rangesAsAskedFor()
    {
        const QString file = write(dashboard(panel(1, "vector($__range_s)", "}]") + ',' +
                                             panel(2, "vector(($__to - $__from) / 1000)", "}]")));
        test::DashboardProgram program(m_folder->path(), {file});
        QTRY_VERIFY(program.isFront("D"));
        const auto frame = [&](int index) { return program.front()->view()->panel(index); };
        TimeDriver *time = program.pages()->time();
        time->setLength(1800'000);
        QTRY_COMPARE(lastValue(*frame(0)), 1800.0);
        QTRY_COMPARE(lastValue(*frame(1)), 1800.0);
        QVERIFY(time->dataRange().lengthMs() < 1800'000);
        time->setLength(3600'000);
        QTRY_COMPARE(lastValue(*frame(0)), 3600.0);
        time->setPaused(true);
        QVERIFY(hasScraped(program));
        QCOMPARE(lastValue(*frame(0)), 3600.0);
    }

    /// An empty panel says why, and how it was probably meant.
    void whyThereIsNothing()
    {
        const QString file =
            write(dashboard(panel(1, "up_thing", "}]") + ',' + panel(2, "up_things{node=\\\"a9\\\"}", "}]") +
                            ',' + panel(3, "up_things", "}]")));
        test::DashboardProgram program(m_folder->path(), {file});
        QTRY_VERIFY(program.isFront("D"));
        const auto said = [&](int index) {
            QStringList texts;
            for (const QLabel *label : program.front()->view()->panel(index)->findChildren<QLabel *>()) {
                if (label->isVisibleTo(program.front()))
                    texts << label->text();
            }
            return texts.join(u'\n');
        };
        QTRY_VERIFY2(said(0).contains(QStringLiteral("up_things")), qPrintable(said(0)));
        QTRY_VERIFY2(said(1).contains(QStringLiteral("a9")) || said(1).contains(QStringLiteral("node")),
                     qPrintable(said(1)));
        QTRY_VERIFY(lastValue(*program.front()->view()->panel(2)) >= 1);
        QVERIFY2(said(2).isEmpty(), qPrintable(said(2)));
    }
};

SIGHTGLASS_TEST(PanelsInWindowTest)

} // namespace

#include "panelsinwindowtest.moc"
