// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/safehtml.h"

#include "tests/support/testcase.h"
#include "widgets/lists/markdown.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextDocument>

namespace {

using namespace sightglass;

class SafeHtmlTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void formattingStays_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *name, const char *html, const char *safe) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(safe);
        };
        row("plain", "a & b", "a & b");
        row("bold", "<B class=\"x\">bold</B>", "<b>bold</b>");
        row("unclosed", "<ul><li>one<li>two", "<ul><li>one<li>two</li></li></ul>");
        row("not opened", "one</b> two", "one two");
        row("less than", "a < b <3", "a &lt; b &lt;3");
        row("rule", "a<br>b<hr/>", "a<br/>b<hr/>");
        row("unknown", "<blink>text</blink>", "text");
        row("a background of one colour", "<div style=\"background: #00f; padding:10px\">x</div>",
            "<div style=\"background-color:#00f;\">x</div>");
        row("a background of a picture", "<div style=\"background: #00f url(http://x)\">x</div>",
            "<div>x</div>");
        row("the colour of a cell", "<table><tr><td bgcolor=\"#112233\">x</td></tr></table>",
            "<table><tr><td bgcolor=\"#112233\">x</td></tr></table>");
        row("style", "<p style=\"color:#ff0000;position:absolute;text-align: center\">x</p>",
            "<p style=\"color:#ff0000;text-align:center;\">x</p>");
        row("link", "<a href=\"https://example.org/a?b=1&amp;c=2\" onclick=\"x()\">go</a>",
            "<a href=\"https://example.org/a?b=1&amp;c=2\">go</a>");
        row("mail", "<a href='mailto:ops@example.org'>mail</a>",
            "<a href=\"mailto:ops@example.org\">mail</a>");
        row("struck", "<del>a</del><strike>b</strike><ins>c</ins>", "<s>a</s><s>b</s><u>c</u>");
        row("a list from three", "<ol start=\"3\"><li>x</li><li><b>y</b></li></ol>",
            "<ol style=\"list-style-type:none;\"><li>3. x</li><li>4. <b>y</b></li></ol>");
        row("a list from one", "<ol start='1'><li>x</li></ol>", "<ol><li>x</li></ol>");
        row("lists in lists", "<ol start=\"3\"><li><p>x</p><ol><li>y</li></ol></li><li>z</li></ol>",
            "<ol style=\"list-style-type:none;\"><li><p>3. x</p><ol><li>y</li></ol></li><li>4. z</li></ol>");
        row("an empty item", "<ol start=\"0\"><li></li></ol>",
            "<ol style=\"list-style-type:none;\"><li>0. </li></ol>");
        row("a start that is none", "<ol start=\"x\"><li>x</li></ol>", "<ol><li>x</li></ol>");
        row("comment", "a<!-- <b>no</b> -->b", "ab");
        row("declaration", "<!DOCTYPE html><?xml version='1.0'?>text", "text");
    }
    void formattingStays()
    {
        QFETCH(QString, html);
        QFETCH(QString, safe);
        QCOMPARE(safeHtml(html), safe);
    }

    void whatRunsOrFetchesIsGone_data()
    {
        QTest::addColumn<QString>("html");
        for (const char *html : {"<script>alert(1)</script>",
                                 "<SCRIPT src=//x></SCRIPT>",
                                 "<script>never closed",
                                 "<style>body{background:url(http://x)}</style>",
                                 "<iframe src=\"http://x\"></iframe>",
                                 "<img src=\"http://x/y.png\">",
                                 "<img src=x onerror=alert(1)>",
                                 "<object data=\"file:///etc/passwd\"></object>",
                                 "<a href=\"javascript:alert(1)\">x</a>",
                                 "<a href=\"file:///etc/passwd\">x</a>",
                                 "<a href=\" jav\nascript:alert(1)\">x</a>",
                                 "<a href=\"//x\">x</a>",
                                 "<a href=\"data:text/html,x\">x</a>",
                                 "<p style=\"background-image:url(http://x)\">x</p>",
                                 "<p style=\"color:url(http://x)\">x</p>",
                                 "<table background=\"http://x\"><tr><td background=file:///y>x</table>",
                                 "<link rel=stylesheet href=http://x>",
                                 "<meta http-equiv=refresh content=\"0;url=http://x\">",
                                 "<base href=\"http://x\">",
                                 "<svg><image href=\"http://x\"/></svg>",
                                 "<form action=http://x><input></form>",
                                 "<scr<script>ipt>alert(1)</script>"})
            QTest::newRow(html) << QString::fromUtf8(html);
    }
    void whatRunsOrFetchesIsGone()
    {
        QFETCH(QString, html);
        for (const QString &safe : {safeHtml(html), safeMarkdown(html)}) {
            for (const char *word :
                 {"http:", "src", "javascript", "file:", "data:", "<script", "onerror", "<img", "url("})
                QVERIFY2(!safe.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(safe));
        }
    }

    void picturesAreTheirText()
    {
        QCOMPARE(safeHtml(u"<img alt='our <logo>' src=http://x>"), QStringLiteral("[our &lt;logo&gt;]"));
        QCOMPARE(safeHtml(u"<img src=http://x>"), QStringLiteral("[…]"));
    }

    void codeOfMarkdownStays()
    {
        const QString text =
            QStringLiteral("`<script>`\n\n```\n<img src=x>\n```\n<script>gone</script>\\<b\n");
        const QString safe = safeMarkdown(text);
        QVERIFY(safe.contains(QStringLiteral("<code>&lt;script&gt;</code>")));
        QVERIFY(safe.contains(QStringLiteral("&lt;img src=x&gt;")));
        QVERIFY(!safe.contains(QStringLiteral("gone")));
        QVERIFY(safe.contains(QStringLiteral("&lt;b")));
    }

    void marksOfMarkdown_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        const auto row = [](const char *name, const char *markdown, const char *html) {
            QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
        };
        row("an address", "<https://example.org/x>",
            "<p><a href=\"https://example.org/x\">https://example.org/x</a></p>");
        row("HTML", "a <b>bold</b> word", "<p>a <b>bold</b> word</p>");
        row("struck", "~~x~~", "<p><s>x</s></p>");
        row("tasks", "- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>");
        row("a picture", "![our \"logo\"](x.png)", "<p>[our &quot;logo&quot;]</p>");
        row("a link that runs", "[x](javascript:alert(1))", "<p><a>x</a></p>");
        row("tags over paragraphs", "<div>\n\na\n\n</div></div>b", "<div>\n<p>a</p>\n</div>b");
    }
    void marksOfMarkdown()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, html);
        QCOMPARE(safeMarkdown(markdown).trimmed(), html);
    }

    void referencesMayNotMultiply()
    {
        const QString text = QStringLiteral("[a]: <http://") + QString(30'000, u'x') +
                             QStringLiteral(">\n\n") + QStringLiteral("[a] ").repeated(8'000);
        QVERIFY(safeMarkdown(text).size() < 20 * longestPanelText);
    }

    void hostileTextsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        constexpr int many = 100'000;
        QTest::newRow("open tags") << QStringLiteral("<div>").repeated(many);
        QTest::newRow("tables") << QStringLiteral("<table><tr><td>").repeated(many);
        QTest::newRow("less than") << QString(many, u'<');
        QTest::newRow("quotes") << QString(many, u'>');
        QTest::newRow("spaced quotes") << QStringLiteral("> ").repeated(many);
        QTest::newRow("lists") << QStringLiteral("- ").repeated(many);
        QTest::newRow("ticks") << QStringLiteral("`a ``b ").repeated(many);
        QTest::newRow("stars") << QStringLiteral("*a _b ").repeated(many);
        QTest::newRow("brackets") << QStringLiteral("[").repeated(many);
        QTest::newRow("links") << QStringLiteral("[a](").repeated(many);
        QTest::newRow("unclosed comments") << QStringLiteral("<!--").repeated(many);
        QTest::newRow("unclosed attributes") << QStringLiteral("<a href=\"").repeated(many);
        QTest::newRow("pipes") << QStringLiteral("|a|b\n|-|-\n") + QStringLiteral("|x").repeated(many);
        QTest::newRow("tables of markdown")
            << QStringLiteral("|---").repeated(12) + u'\n' + QStringLiteral("|---").repeated(12) + u'\n' +
                   (QStringLiteral("|b").repeated(12) + u'\n').repeated(2'000);
        QTest::newRow("a wide table") << QStringLiteral("|a").repeated(5'000) + u'\n' +
                                             QStringLiteral("|---").repeated(5'000) + u'\n' +
                                             QStringLiteral("|b").repeated(5'000);
        QTest::newRow("items") << QStringLiteral("- a\n").repeated(many);
        QTest::newRow("loose items") << QStringLiteral("- a\n\n").repeated(many);
        QTest::newRow("items of HTML") << QStringLiteral("<li>a").repeated(many);
        QTest::newRow("surrogates") << QString(many, QChar(0xd800));
    }
    void hostileTextsAreRead()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        QTextDocument html;
        html.setHtml(safeHtml(text));
        QTextDocument markdown;
        markdown.setHtml(safeMarkdown(text));
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(safeHtml(text).size() < 12 * longestPanelText);
    }

    void links_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("safe");
        QTest::newRow("https") << QStringLiteral("https://example.org") << true;
        QTest::newRow("upper case") << QStringLiteral("HTTPS://example.org") << true;
        QTest::newRow("mail") << QStringLiteral("mailto:a@b") << true;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("relative") << QStringLiteral("/d/abc") << false;
        QTest::newRow("no host") << QStringLiteral("http:///x") << false;
        QTest::newRow("ssh") << QStringLiteral("ssh://host") << false;
    }
    void links()
    {
        QFETCH(QString, url);
        QTEST(isSafeLink(QUrl(url)), "safe");
    }
};

SIGHTGLASS_TEST(SafeHtmlTest)

} // namespace

#include "safehtmltest.moc"
