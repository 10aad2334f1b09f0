// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/slimscrollbar.h"

#include "tests/support/testcase.h"

#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QStyle>
#include <QTest>

namespace {

using namespace sightglass;

class StyleChanges : public QObject
{
public:
    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::StyleChange ? 1 : 0;
        return false;
    }
};

class SlimScrollBarTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void isSlimAndHasNoArrows()
    {
        QScrollBar bar(Qt::Vertical);
        makeSlim(bar, darkTheme());
        QCOMPARE(bar.sizeHint().width(), 8);
        QScrollBar lying(Qt::Horizontal);
        makeSlim(lying, darkTheme());
        QCOMPARE(lying.sizeHint().height(), 8);
    }

    /// The handle is as long as the share that is in sight, and where its value is.
    void handleShowsTheShareAndThePlace_data()
    {
        QTest::addColumn<int>("value");
        QTest::addColumn<int>("top");
        QTest::newRow("first") << 0 << 0;
        QTest::newRow("middle") << 150 << 75;
        QTest::newRow("last") << 300 << 150;
    }
    void handleShowsTheShareAndThePlace()
    {
        QFETCH(int, value);
        QFETCH(int, top);
        QScrollBar bar(Qt::Vertical);
        makeSlim(bar, lightTheme());
        bar.resize(8, 200);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        bar.setValue(value);
        const QImage image = bar.grab().toImage();
        constexpr int handle = 50;
        constexpr int end = 4; // of the handle: a margin and the round corners
        for (int y = 0; y < bar.height(); ++y) {
            if (y < top || y >= top + handle)
                QCOMPARE(image.pixelColor(4, y), lightTheme().surface);
            else if (y >= top + end && y < top + handle - end)
                QCOMPARE(image.pixelColor(4, y), lightTheme().crosshair);
        }
    }

    void clickBelowTheHandleGoesAPageOn()
    {
        QScrollBar bar(Qt::Vertical);
        makeSlim(bar, lightTheme());
        bar.resize(8, 200);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {4, 190});
        QCOMPARE(bar.value(), 100);
    }

    void handleCanBeDragged()
    {
        QScrollBar bar(Qt::Vertical);
        makeSlim(bar, lightTheme());
        bar.resize(8, 200);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        QTest::mousePress(&bar, Qt::LeftButton, {}, {4, 10});
        QTest::mouseMove(&bar, {4, 85});
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {4, 85});
        QCOMPARE(bar.value(), 150);
    }

    /// Horizontal bars begin at the right where one reads from there; as far as the mouse, too, is concerned.
    void rightToLeftBeginsAtTheRight()
    {
        QScrollBar bar(Qt::Horizontal);
        bar.setLayoutDirection(Qt::RightToLeft);
        makeSlim(bar, lightTheme());
        bar.resize(200, 8);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        const QImage image = bar.grab().toImage();
        QCOMPARE(image.pixelColor(175, 4), lightTheme().crosshair);
        QCOMPARE(image.pixelColor(25, 4), lightTheme().surface);
        QTest::mousePress(&bar, Qt::LeftButton, {}, {190, 4});
        QTest::mouseMove(&bar, {115, 4});
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {115, 4});
        QCOMPARE(bar.value(), 150);
        QCOMPARE(bar.grab().toImage().pixelColor(100, 4), lightTheme().crosshair);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {10, 4});
        QCOMPARE(bar.value(), 250);
    }

    /// Qt wraps the style of what lies below a style sheet: it is set once all the same.
    void styleIsSetOnceBelowAStyleSheet()
    {
        QWidget parent;
        parent.setStyleSheet(QStringLiteral("QLabel { color: red }"));
        auto *const bar = new QScrollBar(Qt::Vertical, &parent);
        makeSlim(*bar, lightTheme());
        QCOMPARE(bar->sizeHint().width(), 8);
        StyleChanges changes;
        bar->installEventFilter(&changes);
        makeSlim(*bar, darkTheme());
        QCOMPARE(changes.count, 0);
        QCOMPARE(bar->sizeHint().width(), 8);
        QCOMPARE(bar->palette().color(QPalette::Mid), darkTheme().crosshair);
    }

    void anotherThemeHasOtherColors()
    {
        QScrollBar bar(Qt::Vertical);
        makeSlim(bar, lightTheme());
        const QStyle *const style = bar.style();
        makeSlim(bar, darkTheme());
        QCOMPARE(bar.style(), style);
        bar.resize(8, 200);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        const QImage image = bar.grab().toImage();
        QCOMPARE(image.pixelColor(4, 25), darkTheme().crosshair);
        QCOMPARE(image.pixelColor(4, 150), darkTheme().surface);
    }
};

SIGHTGLASS_TEST(SlimScrollBarTest)

} // namespace

#include "slimscrollbartest.moc"
