// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/panelkit/readouttip.h"

#include <QTest>

namespace {

using namespace sightglass;

class ReadoutTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void neverUnderThePointer()
    {
        const QSize window(800, 400);
        const QSize tip(250, 160);
        for (int x = 0; x < window.width(); x += 13) {
            for (int y = 0; y < window.height(); y += 7) {
                const QRect box(tipPosition(window, {x, y}, tip), tip);
                QVERIFY(!box.contains(x, y));
                QVERIFY(QRect(QPoint(), window).contains(box));
            }
        }
        // Not even where there is no room.
        QVERIFY(!QRect(tipPosition({200, 400}, {100, 200}, tip), tip).contains(100, 200));
    }

    void tooManyRowsKeepTheNearest()
    {
        Readout readout;
        for (int i = 0; i < 30; ++i)
            readout.rows.push_back({Qt::red, QString::number(i), {}, i == 25});
        const Readout fitted = fittedReadout(readout, 10);
        QCOMPARE(fitted.rows.size(), std::size_t{10});
        QCOMPARE(fitted.rows.front().name, QStringLiteral("0"));
        QCOMPARE(fitted.rows.back().name, QStringLiteral("25"));
        QVERIFY(fitted.note.contains(QStringLiteral("20")));
        QCOMPARE(fittedReadout(readout, 30), readout);
    }
};

SIGHTGLASS_TEST(ReadoutTest)

} // namespace

#include "readouttest.moc"
