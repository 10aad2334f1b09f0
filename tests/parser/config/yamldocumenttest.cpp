// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamldocument.h"

#include "parser/config/prometheusconfig.h"
#include "parser/config/yamlencoding.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

using namespace sightglass;

std::string repeated(std::string_view part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

/// Each name is nine times the one before.
std::string laughs(int generations)
{
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < generations; ++i) {
        const std::string name = "a" + std::to_string(i);
        text += name + ": &" + name + " [" + repeated("*a" + std::to_string(i - 1) + ", ", 9) + "]\n";
    }
    return text;
}

class YamlDocumentTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void tree()
    {
        const auto document = YamlDocument::parse("a: [1, 'x']\nb: &n {c: ~}\nd: *n\n");
        QVERIFY(document.ok());
        const YamlNode &root = document->root();
        QVERIFY(root.kind == YamlKind::Mapping);
        QCOMPARE(root.children.size(), std::size_t{6});
        const YamlNode &list = *root.children[1];
        QVERIFY(list.kind == YamlKind::Sequence);
        QVERIFY(list.children[0]->plain && !list.children[1]->plain);
        QVERIFY((list.children[1]->position == SourcePosition{1, 8}));
        QCOMPARE(root.children[3], root.children[5]);
        QVERIFY(root.children[3]->children[1]->kind == YamlKind::Null);
        QCOMPARE(root.expandedNodes, std::size_t{1 + 3 + 3 + 1 + 1 + 3 + 1});
        QCOMPARE(root.depth, std::size_t{3});
    }

    /// go-yaml reads UTF-16 too, where a byte order mark says so; what it says of it was asked of promtool.
    void utf16_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("little endian") << QByteArray("\xFF\xFE"
                                                     "a\0:\0 \0\xFC\0=\xD8\0\xDE",
                                                     14)
                                       << QByteArray("a: \xC3\xBC\xF0\x9F\x98\x80");
        QTest::newRow("big endian") << QByteArray("\xFE\xFF\0a\0:\0 \x20\xAC", 10)
                                    << QByteArray("a: \xE2\x82\xAC");
        QTest::newRow("nothing but the mark") << QByteArray("\xFF\xFE") << QByteArray("");
        QTest::newRow("UTF-8") << QByteArray("\xEF\xBB\xBF"
                                             "a")
                               << QByteArray("\xEF\xBB\xBF"
                                             "a");
        QTest::newRow("without a mark") << QByteArray("a\0:\0", 4) << QByteArray("a\0:\0", 4);
        QTest::newRow("odd") << QByteArray("\xFF\xFE"
                                           "a\0b",
                                           5)
                             << QByteArray("!yaml: incomplete UTF-16 character");
        QTest::newRow("a low half") << QByteArray("\xFE\xFF\xDC\0\0a", 6)
                                    << QByteArray("!yaml: unexpected low surrogate area");
        QTest::newRow("a high half") << QByteArray("\xFF\xFE\0\xD8"
                                                   "a\0",
                                                   6)
                                     << QByteArray("!yaml: expected low surrogate area");
        QTest::newRow("a high half at the end")
            << QByteArray("\xFF\xFE\0\xD8", 4) << QByteArray("!yaml: incomplete UTF-16 surrogate pair");
    }
    void utf16()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        const Result<std::string> read = utf8Yaml(bytes.toStdString());
        QCOMPARE(read ? QByteArray::fromStdString(*read)
                      : '!' + QByteArray::fromStdString(plainText(read.error())),
                 text);
    }

    /// A place behind characters of several bytes, in bytes.
    void columnsAreBytes()
    {
        const auto document =
            YamlDocument::parse("\xEF\xBB\xBF\xC3\xA9: \xE2\x82\xAC\n\xC3\xA9: {\xC3\xA9: 1}\n");
        QVERIFY(document.ok());
        const YamlNode &inner = *document->root().children[3];
        QVERIFY((inner.children[1]->position == SourcePosition{2, 10}));
    }

    void nothing()
    {
        for (const std::string_view text : {"", "\n\n", "# only this\n", "---\n", "~\n"}) {
            const auto document = YamlDocument::parse(text);
            QVERIFY(document.ok());
            QVERIFY(document->root().kind == YamlKind::Null);
        }
    }

    void onlyTheFirstDocument()
    {
        for (const std::string_view text :
             {"a: 1\n---\n[\n", "a: 1\n--- b\n", "a: 1\n...\nb\n", "[a, b]\nc: d\n"}) {
            const auto document = YamlDocument::parse(text);
            QVERIFY(document.ok());
            QCOMPARE(document->root().children.size(), std::size_t{2});
            QVERIFY(document->hasMore());
        }
        QVERIFY(!YamlDocument::parse("a: 1\n...\n")->hasMore());
        QVERIFY(!YamlDocument::parse("---\na: 1\n# b\n")->hasMore());
    }

    void hostile_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("brackets") << std::string(100'000, '[');
        QTest::newRow("braces") << std::string(100'000, '{');
        QTest::newRow("dashes") << repeated("- ", 100'000);
        QTest::newRow("question marks") << repeated("? ", 100'000);
        QTest::newRow("maps in lists") << repeated("[{a: ", 60);
        QTest::newRow("laughs") << laughs(12);
        QTest::newRow("laughs deep") << laughs(200);
        QTest::newRow("itself") << std::string("a: &a [*a]");
        QTest::newRow("merged itself") << std::string("a: &a {<<: *a}");
        QTest::newRow("nul") << std::string("a: \0b", 5);
        QTest::newRow("control character") << std::string("a: 1\n\x04: 2");
        QTest::newRow("no UTF-8") << std::string("a: \xC0\xAF");
        QTest::newRow("UTF-16") << std::string("\xFF\xFE"
                                               "a\0:\0",
                                               6);
        QTest::newRow("quote") << std::string("a: \"b\n");
        QTest::newRow("quote in a tag") << std::string("a: !!str 'b''\n");
        QTest::newRow("unknown alias") << std::string("a: *b");
        QTest::newRow("tag") << std::string("a: !<b");
        QTest::newRow("directive") << std::string("%YAML 9.9\n---\na: 1\n");
    }
    void hostile()
    {
        QFETCH(std::string, text);
        QElapsedTimer timer;
        timer.start();
        const auto document = YamlDocument::parse(text);
        QVERIFY(!document.ok());
        QVERIFY(plainText(document.error()).starts_with("yaml: "));
        QVERIFY(timer.elapsed() < 5000);
    }

    /// As deep as go-yaml goes.
    void deepDocuments()
    {
        const auto nested = [](std::size_t depth) {
            return std::string(depth, '[') + std::string(depth, ']');
        };
        QVERIFY(YamlDocument::parse(nested(9'000)).ok());
        const auto document = YamlDocument::parse(nested(10'001));
        QVERIFY(!document.ok());
        QVERIFY(plainText(document.error()).find("exceeded max depth of 10000") != std::string::npos);
    }

    void limits()
    {
        QVERIFY(YamlDocument::parse("[a, b]", {.bytes = 6}).ok());
        QVERIFY(!YamlDocument::parse("[a, b]", {.bytes = 5}).ok());
        QVERIFY(YamlDocument::parse("[a, b]", {.nodes = 3}).ok());
        QVERIFY(!YamlDocument::parse("[a, b]", {.nodes = 2}).ok());
        QVERIFY(YamlDocument::parse("[[[]]]", {.depth = 3}).ok());
        QVERIFY(!YamlDocument::parse("[[[]]]", {.depth = 2}).ok());
        QVERIFY(!YamlDocument::parse("a: &a [[x]]\nb: [[[*a]]]", {.depth = 5}).ok());
        QVERIFY(YamlDocument::parse("a: &a [[x]]\nb: [[[*a]]]", {.depth = 7}).ok());
    }

    /// Aliases that are good cost little, however often merged.
    void manyMerges()
    {
        const std::string text =
            "scrape_configs:\n- &a {job_name: a}\n- " + repeated("<<: *a\n  ", 20'000) + "job_name: b\n";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(parsePrometheusConfig(text, {"/"}).ok());
        QVERIFY(timer.elapsed() < 5000);
    }
};

} // namespace

SIGHTGLASS_TEST(YamlDocumentTest)
#include "yamldocumenttest.moc"
