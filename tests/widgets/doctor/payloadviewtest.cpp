// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/payloadview.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

std::string manyLines(std::size_t bytes)
{
    std::string text;
    for (int i = 0; text.size() < bytes; ++i)
        text += "http_requests_total{path=\"/api/v1/items/" + std::to_string(i) + "\",code=\"200\"} " +
                std::to_string(i) + '\n';
    return text;
}

/// A view on a text of its own.
struct Shown
{
    explicit Shown(const std::string &body)
        : text(std::make_shared<const std::string>(body))
        , rows(*text)
        , view(darkTheme())
    {
        view.resize(700, 400);
        view.setRows(text, &rows);
        view.show();
        QCoreApplication::processEvents();
        view.viewport()->repaint();
    }
    std::shared_ptr<const std::string> text;
    PageRows rows;
    PayloadView view;
};

class PayloadViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAndColumns_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("byte");
        QTest::addColumn<int>("column");
        QTest::newRow("plain") << QByteArray("abc") << 2 << 2;
        QTest::newRow("end") << QByteArray("abc") << 3 << 3;
        QTest::newRow("behind the end") << QByteArray("abc") << 30 << 3;
        QTest::newRow("behind an umlaut") << QByteArray("\xC3\xA4z") << 2 << 1;
        QTest::newRow("a control character is spelt out") << QByteArray("\x01z") << 1 << 4;
        QTest::newRow("bidi is spelt out") << QByteArray("\xE2\x80\xAEz") << 3 << 8;
        QTest::newRow("damaged") << QByteArray("\xFFz") << 1 << 1;
        QTest::newRow("empty") << QByteArray() << 0 << 0;
    }

    void bytesAndColumns()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, byte);
        QFETCH(int, column);
        const PayloadLine line({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(line.columnOf(static_cast<std::size_t>(byte)), column);
        if (byte <= bytes.size())
            QCOMPARE(line.byteAt(column), static_cast<std::size_t>(byte));
        QVERIFY(!line.text().contains(QChar(0x202E)));
    }

    void rightToLeftLettersKeepTheOrderOfTheBytes()
    {
        const PayloadLine line("a{x=\"\xD7\xA9\xD7\x9C\"} 1");
        QCOMPARE(line.text().front(), QChar(0x202D));
        QCOMPARE(line.columnOf(0), 1);
        QCOMPARE(line.byteAt(1), std::size_t{0});
    }

    void onlyVisibleLinesOfALargePageAreLaidOut()
    {
        Shown shown(manyLines(10U << 20));
        QVERIFY(shown.rows.count() > 100'000);
        const std::size_t visible = shown.view.visibleRows();
        QVERIFY(visible < 60);
        QVERIFY(shown.view.laidOutRows() <= visible + 1);
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
        shown.view.viewport()->repaint();
        QVERIFY(shown.view.laidOutRows() <= 2 * visible + 2);
        // The last line is the last one that is seen whole.
        const int rowHeight = shown.view.fontMetrics().height() + 2;
        const int whole = shown.view.viewport()->height() / rowHeight;
        QCOMPARE(shown.view.lineAt((whole - 1) * rowHeight), shown.rows.count());
        shown.view.setCurrent(SourceSpan{5U << 20, (5U << 20) + 3});
        shown.view.scrollTo(*shown.view.current());
        shown.view.viewport()->repaint();
        QVERIFY(shown.view.laidOutRows() <= 3 * visible + 4);
    }

    void aLineOfTenMebibytesIsLaidOutInRows()
    {
        Shown shown("a{x=\"" + std::string(10U << 20, 'y') + "\"} 1\nlast 2\n");
        QVERIFY(shown.view.laidOutRows() <= shown.view.visibleRows() + 1);
        QCOMPARE(shown.rows.lines(), std::size_t{2});
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
        QCOMPARE(shown.view.lineAt(0), std::size_t{1});
        // What is looked at keeps what was laid out small.
        QVERIFY(shown.view.horizontalScrollBar()->maximum() < 100'000);
    }

    void aPlaceIsScrolledTo()
    {
        Shown shown(manyLines(200'000));
        const std::size_t row = 1500;
        const std::size_t begin = shown.rows.span(row).begin;
        QSignalSpy scrolled(shown.view.verticalScrollBar(), &QScrollBar::valueChanged);
        shown.view.scrollTo(SourceSpan{begin, begin + 5});
        QCOMPARE(scrolled.count(), 1);
        QVERIFY(row >= shown.view.firstVisibleRow());
        QVERIFY(row < shown.view.firstVisibleRow() + shown.view.visibleRows());
        // What is visible already does not jump.
        shown.view.scrollTo(SourceSpan{begin + 200, begin + 201});
        shown.view.setCurrent(SourceSpan{begin, begin + 5});
        QCOMPARE(scrolled.count(), 1);
        // A page that is shorter now has no such place any more.
        const auto smaller = std::make_shared<const std::string>("up 1\n");
        const PageRows rows(*smaller);
        shown.view.setRows(smaller, &rows);
        QVERIFY(!shown.view.current());
        shown.view.setCurrent(SourceSpan{100'000, 100'001});
        shown.view.scrollTo(*shown.view.current());
        shown.view.viewport()->repaint();
        shown.view.setRows(nullptr, nullptr);
        shown.view.viewport()->repaint();
    }

    void textIsSelectedAndCopiedAsItIs()
    {
        Shown shown("first_metric{a=\"\xE2\x80\xAE\"} 1\nsecond 2\n");
        QSignalSpy changed(&shown.view, &PayloadView::selectionChanged);
        QWidget *area = shown.view.viewport();
        const int height = shown.view.fontMetrics().height() + 2;
        const int x = area->width() / 3;
        QTest::mouseDClick(area, Qt::LeftButton, {}, QPoint(x / 2, height / 2));
        QCOMPARE(shown.view.selectedText(), QStringLiteral("first_metric"));
        QCOMPARE(changed.count() > 0, true);
        shown.view.selectAll();
        QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(*shown.text));
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.view.selection().end, std::size_t{0});
        QTest::mousePress(area, Qt::LeftButton, {}, QPoint(x, height / 2));
        QTest::mouseMove(area, QPoint(x, height + height / 2));
        QVERIFY(shown.view.isPressed());
        QTest::mouseRelease(area, Qt::LeftButton, {}, QPoint(x, height + height / 2));
        QVERIFY(!shown.view.isPressed());
        // From the first line into the second.
        QVERIFY2(shown.view.selectedText().contains(u'\n'), qPrintable(shown.view.selectedText()));
        QVERIFY(shown.view.selection().begin > 0);
    }

    void marksAreFoundByPlace()
    {
        const PayloadMarks marks({{{40, 45}, DiagnosticSeverity::Advice, QStringLiteral("late")},
                                  {{5, 9}, DiagnosticSeverity::Wrong, QStringLiteral("wrong")},
                                  {{5, 5}, DiagnosticSeverity::Rejected, QStringLiteral("ok"), true},
                                  {{10, 10}, DiagnosticSeverity::Rejected, QStringLiteral("end")}});
        QCOMPARE(marks.within(0, 10).size(), std::size_t{3});
        QCOMPARE(worstOf(marks.within(0, 9))->text, QStringLiteral("wrong"));
        QCOMPARE(worstOf(marks.within(0, 10))->text, QStringLiteral("end"));
        QVERIFY(worstOf(marks.within(41, 100)) == nullptr);
    }

    void hostileTextsArePainted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("line feeds") << QByteArray(100'000, '\n');
        QTest::newRow("continuation bytes") << QByteArray(5000, '\x80');
        QTest::newRow("overrides") << QByteArray("\xE2\x80\xAE").repeated(2000);
        QTest::newRow("combining") << QByteArray("a\xCC\x81\xCC\x82").repeated(900);
        QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80").repeated(900);
        QTest::newRow("no end of quotes") << QByteArray("a{b=\"\\\\\\\"}}}}# # #\t\r");
    }

    void hostileTextsArePainted()
    {
        QFETCH(QByteArray, text);
        Shown shown(text.toStdString());
        std::vector<PayloadMark> marks;
        for (std::size_t i = 0; i < 500; ++i)
            marks.push_back({{i, i + 4000}, DiagnosticSeverity::Wrong, QStringLiteral("m")});
        shown.view.setMarks(PayloadMarks(std::move(marks)));
        auto hits = std::make_shared<TextHits>();
        hits->begins = {0, 3, 4999};
        hits->total = 3;
        hits->length = 7;
        shown.view.setHits(hits);
        shown.view.setCurrentHit(2);
        shown.view.setCurrent(SourceSpan{2, 100'000});
        shown.view.selectAll();
        QVERIFY(!shown.view.grab().isNull());
        QVERIFY(shown.view.laidOutRows() <= 3 * shown.view.visibleRows() + 3);
    }
};

} // namespace

SIGHTGLASS_TEST(PayloadViewTest)
#include "payloadviewtest.moc"
