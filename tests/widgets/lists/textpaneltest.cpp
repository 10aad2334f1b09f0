// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/textpanel.h"

#include "tests/support/testcase.h"
#include "widgets/lists/foreignpanel.h"
#include "widgets/lists/quietbrowser.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

namespace {

using namespace sightglass;

PanelSpec textSpec(TextFormat format, std::string content)
{
    PanelSpec spec;
    spec.title = "Notes";
    spec.options = TextOptions{format, std::move(content), "json"};
    return spec;
}

QString shown(TextFormat format, const std::string &content)
{
    const TextPanel panel(textSpec(format, content), darkTheme());
    return panel.browser()->toPlainText();
}

class TextPanelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void formats()
    {
        QCOMPARE(shown(TextFormat::Markdown, "# Runbook\n\nCall **ops**."),
                 QStringLiteral("Runbook\nCall ops."));
        QCOMPARE(shown(TextFormat::Html, "<h1>Runbook</h1>Call <b>ops</b>."),
                 QStringLiteral("Runbook\nCall ops."));
        QCOMPARE(shown(TextFormat::Code, "<h1>x</h1>\n# y"), QStringLiteral("<h1>x</h1>\n# y"));
    }

    void longTextsOpenAtTheTop()
    {
        std::string text = "# Runbook\n";
        for (int i = 0; i < 60; ++i)
            text += "\nLine " + std::to_string(i) + " with a [link](https://example.org)\n";
        for (const TextFormat format : {TextFormat::Markdown, TextFormat::Html, TextFormat::Code}) {
            TextPanel panel(textSpec(format, text), darkTheme());
            panel.resize(300, 120);
            panel.show();
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            QScrollBar *bar = panel.browser()->verticalScrollBar();
            QVERIFY(bar->maximum() > 0);
            QCOMPARE(bar->value(), 0);
            // Whoever reads on stays there.
            bar->setValue(50);
            panel.setTheme(lightTheme());
            QCOMPARE(bar->value(), 50);
        }
    }

    void marksOfMarkdown()
    {
        const TextPanel panel(textSpec(TextFormat::Markdown, "a _it_ b *star* c `code` d"), darkTheme());
        const QTextBlock block = panel.browser()->document()->firstBlock();
        QCOMPARE(block.text(), QStringLiteral("a it b star c code d"));
        const auto formatAt = [&block](int at) {
            QTextCursor cursor(block);
            cursor.setPosition(at + 1);
            return cursor.charFormat();
        };
        for (const char *word : {"it", "star"}) {
            const QTextCharFormat format = formatAt(int(block.text().indexOf(QLatin1String(word))));
            QVERIFY(format.fontItalic());
            QVERIFY(!format.fontUnderline());
        }
        const QTextCharFormat code = formatAt(int(block.text().indexOf(QLatin1String("code"))));
        const QFontMetricsF metrics(code.font());
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("iii")),
                 metrics.horizontalAdvance(QStringLiteral("mmm")));
        QVERIFY(!formatAt(0).fontFixedPitch());
    }

    void listsBeginWhereTheySay()
    {
        const TextPanel panel(textSpec(TextFormat::Markdown, "3. three\n4. four\n\ntext\n\n1. one"),
                              darkTheme());
        const QTextDocument &document = *panel.browser()->document();
        QCOMPARE(document.begin().text(), QStringLiteral("3. three"));
        QVERIFY(document.begin().textList() != nullptr);
        QVERIFY(document.begin().blockFormat().textIndent() < 0); // the number hangs before its text
        QCOMPARE(document.lastBlock().text(), QStringLiteral("one"));
        QCOMPARE(document.lastBlock().blockFormat().textIndent(), 0.0);
    }

    void struckTextIsStruck()
    {
        const TextPanel panel(textSpec(TextFormat::Markdown, "~~gone~~"), darkTheme());
        const QTextFragment part = panel.browser()->document()->begin().begin().fragment();
        QCOMPARE(part.text(), QStringLiteral("gone"));
        QVERIFY(part.charFormat().fontStrikeOut());
    }

    void headingsGetSmaller()
    {
        const TextPanel panel(textSpec(TextFormat::Markdown, "# a\n## a\n### a\n#### a\n##### a\n###### a"),
                              darkTheme());
        double before = 1e9;
        const QTextDocument &document = *panel.browser()->document();
        int count = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next(), ++count) {
            const QTextCharFormat format = block.begin().fragment().charFormat();
            QVERIFY(format.fontWeight() >= QFont::Bold);
            const double size = format.property(QTextFormat::FontSizeAdjustment).toInt();
            QVERIFY(size <= before);
            before = size;
        }
        QCOMPARE(count, 6);
    }

    /// Where a table is wider than the panel it is scrolled; a picture breaks words rather than cut them off.
    void wideTablesKeepTheirWords()
    {
        std::string head;
        std::string line;
        std::string row;
        for (int i = 0; i < 8; ++i) {
            head += "| Configuration" + std::to_string(i);
            line += "|---";
            row += "| availability";
        }
        TextPanel panel(textSpec(TextFormat::Markdown, head + "|\n" + line + "|\n" + row + "|\n"),
                        darkTheme());
        panel.resize(300, 200);
        panel.grab();
        QVERIFY(panel.browser()->document()->size().width() <= panel.browser()->viewport()->width());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTextDocument &document = *panel.browser()->document();
        QVERIFY(document.size().width() > 2 * 300);
        QVERIFY(panel.browser()->horizontalScrollBar()->maximum() > 0);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            QVERIFY2(block.layout()->lineCount() <= 1, qPrintable(block.text()));
        panel.resize(2000, 200);
        QCOMPARE(panel.browser()->horizontalScrollBar()->maximum(), 0);
    }

    void headsStandOverTheirCells()
    {
        const TextPanel panel(textSpec(TextFormat::Markdown, "| خدمة | x |\n|---|---|\n| الدفع | y |\n"),
                              darkTheme());
        auto *table =
            qobject_cast<QTextTable *>(panel.browser()->document()->rootFrame()->childFrames().at(0));
        QVERIFY(table != nullptr);
        for (int column = 0; column < 2; ++column) {
            const auto alignment = [table, column](int row) {
                return table->cellAt(row, column).firstCursorPosition().blockFormat().alignment();
            };
            QCOMPARE(alignment(0), alignment(1));
            QVERIFY(!alignment(0).testFlag(Qt::AlignAbsolute));
        }
    }

    void nothingIsLoaded()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("picture.png"));
        QImage(10, 10, QImage::Format_RGB32).save(file);
        TextPanel panel(textSpec(TextFormat::Markdown,
                                 "![logo](" + file.toStdString() + ") and ![x](http://127.0.0.1:1/x.png)"),
                        darkTheme());
        panel.resize(300, 200);
        panel.grab();
        QCOMPARE(panel.browser()->toPlainText(), QStringLiteral("[logo] and [x]"));
        // The file is ten pixels wide.
        const auto widthOf = [&file](QTextDocument &document) {
            const QVariant asked = document.resource(QTextDocument::ImageResource, QUrl::fromLocalFile(file));
            return asked.value<QImage>().width();
        };
        QCOMPARE(widthOf(*panel.browser()->document()), 1);
        QuietDocument document;
        QCOMPARE(widthOf(document), 1);
        panel.browser()->setSource(QUrl::fromLocalFile(file));
        QVERIFY(panel.browser()->source().isEmpty());
    }

    void linksAreTold()
    {
        TextPanel panel(textSpec(TextFormat::Markdown, "[go](https://example.org) [no](file:///etc/passwd)"),
                        darkTheme());
        QSignalSpy requested(&panel, &PanelView::linkRequested);
        emit panel.browser()->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        emit panel.browser()->anchorClicked(QUrl(QStringLiteral("other.md")));
        QCOMPARE(requested.size(), 0);
        emit panel.browser()->anchorClicked(QUrl(QStringLiteral("https://example.org")));
        QCOMPARE(requested.size(), 1);
    }

    void invisibleCharactersAreSeen()
    {
        const QString text = shown(TextFormat::Code, "a\xE2\x80\xAE"
                                                     "b\x01\n\tc");
        QCOMPARE(text, QStringLiteral("a⟨U+202E⟩b\\x01\n    c"));
    }

    void hugeTextsAreCut()
    {
        const QString text = shown(TextFormat::Code, std::string(10'000'000, 'x'));
        QVERIFY(text.size() < 70'000);
        QVERIFY2(
            text.endsWith(QStringLiteral("\n… This text is longer than is shown of one: 65,536 characters.")),
            qPrintable(text.right(200)));
    }

    void tablesHaveHeadsAndAlignments_data()
    {
        const QString usual = QStringLiteral("|---|--:|:-:|");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("dashes");
        QTest::newRow("short dashes") << QString() << QStringLiteral("|-|-:|:-:|");
        QTest::newRow("bare dashes") << QString() << QStringLiteral("- | -: | :-:");
        QTest::newRow("alone") << QString() << usual;
        QTest::newRow("below a text") << QStringLiteral("text\n\n") << usual;
        QTest::newRow("below code") << QStringLiteral("```\ncode\n```\n\n") << usual;
        QTest::newRow("below a list") << QStringLiteral("- one\n- two\n\n") << usual;
        QTest::newRow("below a quotation") << QStringLiteral("> said\n\n") << usual;
    }
    void tablesHaveHeadsAndAlignments()
    {
        QFETCH(QString, before);
        QFETCH(QString, dashes);
        const QString text =
            before + QStringLiteral("| a | b | c |\n") + dashes + QStringLiteral("\n| 1 | 2 | 3 |\n\nend");
        TextPanel panel(textSpec(TextFormat::Markdown, text.toStdString()), darkTheme());
        const QTextDocument *document = panel.browser()->document();
        QTextTable *table = nullptr;
        for (QTextFrame *frame : document->rootFrame()->childFrames())
            table = qobject_cast<QTextTable *>(frame);
        QVERIFY(table != nullptr);
        QCOMPARE(table->rows(), 2);
        QCOMPARE(table->columns(), 3);
        for (int column = 0; column < 3; ++column) {
            const QTextBlock head = table->cellAt(0, column).firstCursorPosition().block();
            const QTextBlock body = table->cellAt(1, column).firstCursorPosition().block();
            QCOMPARE(head.text(), QString(QChar(u'a' + column)));
            QCOMPARE(body.text(), QString::number(column + 1));
            QVERIFY(head.begin().fragment().charFormat().fontWeight() >= QFont::Bold);
            QVERIFY(body.begin().fragment().charFormat().fontWeight() < QFont::Bold);
            const Qt::Alignment expected = column == 1   ? Qt::AlignRight | Qt::AlignAbsolute
                                           : column == 2 ? Qt::AlignHCenter
                                                         : Qt::AlignLeft;
            QCOMPARE(body.blockFormat().alignment() & Qt::AlignHorizontal_Mask, expected);
            QVERIFY(!head.begin().fragment().charFormat().fontFixedPitch());
        }
    }

    /// As large as they come, a table is there at once: Qt's own reader of Markdown took minutes.
    void largeTables_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("12 x 200") << 12 << 200;
        QTest::newRow("1000 x 1") << 1000 << 1;
        QTest::newRow("as many as fit") << 12 << 2600;
    }
    void largeTables()
    {
        QFETCH(int, columns);
        QFETCH(int, rows);
        const QString line = QStringLiteral("|b").repeated(columns) + u'\n';
        const QString text = QStringLiteral("|a").repeated(columns) + u'\n' +
                             QStringLiteral("|-").repeated(columns) + u'\n' + line.repeated(rows);
        QElapsedTimer timer;
        timer.start();
        TextPanel panel(textSpec(TextFormat::Markdown, text.toStdString()), darkTheme());
        panel.resize(400, 300);
        panel.grab();
        qInfo() << timer.elapsed() << "ms";
        QVERIFY(timer.elapsed() < 20'000);
        const auto frames = panel.browser()->document()->rootFrame()->childFrames();
        QCOMPARE(frames.size(), 1);
        QCOMPARE(qobject_cast<QTextTable *>(frames.first())->columns(), columns);
    }

    void codeKeepsItsDashes()
    {
        const QString text = shown(TextFormat::Markdown, "```\n|-|-|\n```\n\n---\n\nend");
        QVERIFY(text.contains(QStringLiteral("|-|-|")));
    }

    void themesAndExports()
    {
        TextPanel panel(textSpec(TextFormat::Markdown,
                                 "# Runbook\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n"),
                        darkTheme());
        panel.resize(300, 220);
        const QImage dark = panel.grab().toImage();
        panel.setTheme(lightTheme());
        QVERIFY(panel.grab().toImage() != dark);
        QImage exported(panel.size(), QImage::Format_RGB32);
        exported.fill(Qt::magenta);
        QPainter painter(&exported);
        panel.exportTo(painter);
        painter.end();
        QCOMPARE(exported.pixelColor(299, 219), lightTheme().surface);
        QVERIFY(exported.copy(0, 0, 150, 40) != exported.copy(0, 180, 150, 40));
    }

    void foreignPanelsSayWhatTheyAre()
    {
        PanelSpec spec;
        spec.options =
            ForeignOptions{"acme-<b>map</b>-panel", R"x({"datasource":{"type":"loki","uid":"u1"}})x"};
        ForeignPanel panel(spec, darkTheme());
        panel.resize(300, 120);
        QVERIFY(panel.texts().first().contains(QStringLiteral("acme-<b>map</b>-panel")));
        QVERIFY(panel.texts().at(1).contains(QStringLiteral("loki")));
        QVERIFY(!panel.grab().isNull());
        for (const DisplayList::Text &text : panel.drawing().all<DisplayList::Text>())
            QVERIFY(text.color == darkTheme().text || text.color == darkTheme().textMuted);
        for (const QSize size : {QSize(5, 5), QSize(40, 300), QSize(1500, 20)}) {
            panel.resize(size);
            QVERIFY(!panel.grab().isNull());
        }
    }

    void dataSources_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("type") << QByteArray("{\"datasource\":{\"type\":\"tempo\"}}") << QByteArray("tempo");
        QTest::newRow("name") << QByteArray("{\"datasource\":\"Loki\"}") << QByteArray("Loki");
        QTest::newRow("query's") << QByteArray("{\"targets\":[{\"datasource\":{\"uid\":\"x\"}}]}")
                                 << QByteArray("x");
        QTest::newRow("none") << QByteArray("{\"datasource\":null}") << QByteArray();
        QTest::newRow("broken") << QByteArray("{\"datasource\":") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1,2]") << QByteArray();
    }
    void dataSources()
    {
        QFETCH(QByteArray, json);
        QTEST(QByteArray::fromStdString(foreignDataSource(json.toStdString())), "source");
    }
};

SIGHTGLASS_TEST(TextPanelTest)

} // namespace

#include "textpaneltest.moc"
