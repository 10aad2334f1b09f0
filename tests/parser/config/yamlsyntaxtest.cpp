// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamldocument.h"
#include "parser/config/yamlscalar.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// The tree in one line: 'x' in quotes, x plain, ~ nothing, !tag before a value.
std::string shownTree(const YamlNode &node)
{
    std::string text = node.tag.empty() ? "" : "!" + node.tag + " ";
    if (node.kind == YamlKind::Null)
        return text + "~";
    if (node.kind == YamlKind::Scalar)
        return text + (node.plain ? node.text : "'" + node.text + "'");
    const bool isMap = node.kind == YamlKind::Mapping;
    text += isMap ? "{" : "[";
    for (std::size_t i = 0; i < node.children.size(); ++i)
        text += (i == 0 ? "" : isMap && i % 2 == 1 ? ": " : ", ") + shownTree(*node.children[i]);
    return text + (isMap ? "}" : "]");
}

/// YAML as go-yaml reads it. That the texts and lines are its own is RulePeerTest's to prove.
class YamlSyntaxTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void trees_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("tree");
        const auto row = [](const char *text, const char *tree) {
            QTest::newRow(text) << std::string(text) << std::string(tree);
        };
        row("a: b", "{a: b}");
        row("a:\n- b\n-  c\n-\n", "{a: [b, c, ~]}");
        row("- - a\n  - b\n- c: d\n  e: f\n", "[[a, b], {c: d, e: f}]");
        row("? a\n: b\n? c\n", "{a: b, c: ~}");
        row("{a: b, c, d: , 'e':f}", "{a: b, c: ~, d: ~, 'e': f}");
        row("[a: b, ? c, d e]", "[{a: b}, {c: ~}, d e]");
        row("a: b\n  c\n\n  d\n", "{a: b c\nd}");
        row("a: 'b\n  c\n\n  d''e'", "{a: 'b c\nd'e'}");
        row("a: \"b\\\n  c\\x41\\u20ac\\_\\\"\"", "{a: 'bcA\u20ac\u00a0\"'}");
        row("a: |\n  b\n   c\n\n  d\n\n", "{a: 'b\n c\n\nd\n'}");
        row("a: |-\n  b\n", "{a: 'b'}");
        row("a: |+\n  b\n\n", "{a: 'b\n\n'}");
        row("a: |2-\n   b\n", "{a: ' b'}");
        row("a: >\n  b\n  c\n\n  d\n   e\n  f\n", "{a: 'b c\nd\n e\nf\n'}");
        row("a: >- # c\n  b\n", "{a: 'b'}");
        row("a: !!str 5\nb: !x 'y'\nc: ! z\n", "{a: !tag:yaml.org,2002:str '5', b: !!x 'y', c: z}");
        row("%TAG !e! tag:e,2000:\n---\n- !e!a%20b c\n- !<d> e\n", "[!tag:e,2000:a b 'c', !d 'e']");
        row("a: &x [1]\nb: *x\n", "{a: [1], b: [1]}");
        row("&x a: b\n*x : c\n", "{a: b, a: c}");
        row("a: http://b:80/c#d # e\n", "{a: http://b:80/c#d}");
        row("a: -b\nc: ?d\ne: :f\n", "{a: -b, c: ?d, e: :f}");
        row("a:\tb\n", "{a: b}");
        row("--- a\n...\n", "a");
    }
    void trees()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, tree);
        const auto document = YamlDocument::parse(text);
        QVERIFY2(document.ok(), document.ok() ? "" : plainText(document.error()).c_str());
        QCOMPARE(shownTree(document->root()), tree);
    }

    void binary()
    {
        const auto document = YamlDocument::parse("[!!binary aGVsbG8=, !!binary \"//79\", !!binary '']");
        QVERIFY(document.ok());
        QCOMPARE(document->root().children[0]->text, std::string("hello"));
        QCOMPARE(document->root().children[1]->text, std::string("\xFF\xFE\xFD"));
        QCOMPARE(document->root().children[2]->text, std::string());
        for (const std::string_view bad : {"aGVsbG8", "a===", "aGV=bG8=", "aGVsbG8=x", "====", "a b="})
            QVERIFY(!YamlDocument::parse("!!binary \"" + std::string(bad) + '"').ok());
    }

    void errors_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("error");
        const auto row = [](const char *text, const char *error) {
            QTest::newRow(text) << std::string(text) << std::string(error);
        };
        row("a: b\nc: d\n e: f\n", "3:3 yaml: line 3: mapping values are not allowed in this context");
        row("a: b\nc\n", "2:1 yaml: line 2: could not find expected ':'");
        row("x:\n  a: b\n c: d\n", "3:2 yaml: line 2: did not find expected key");
        row("x:\n- a\n b\n", "");
        row("x:\n  - a\n  b: c\n", "3:3 yaml: line 1: did not find expected '-' indicator");
        row("x:\n  [a, b\nc: d\n", "3:2 yaml: line 1: did not find expected ',' or ']'");
        row("x: {a: b\ny: z}\n", "2:2 yaml: line 1: did not find expected ',' or '}'");
        row("x:\n  \"a\n", "2:3 yaml: line 2: found unexpected end of stream");
        row("x: \"a\\q\"\n", "1:6 yaml: found unknown escape character");
        row("x:\n  @a\n", "2:3 yaml: line 2: found character that cannot start any token");
        row("x:\n\ty: z\n", "2:1 yaml: line 2: found character that cannot start any token");
        row("x: a\n\tb\n", "2:1 yaml: line 2: found a tab character that violates indentation");
        row("x: |\n \ta\n\t\n",
            "2:2 yaml: line 2: found a tab character where an indentation space is expected");
        row("x:\n  - a: - b\n", "2:8 yaml: line 2: block sequence entries are not allowed in this context");
        row("[a,,b]", "1:4 yaml: did not find expected node content");
        row("%FOO\n---\na\n", "1:1 yaml: found unknown directive name");
        row("%YAML 1.2\n---\na\n", "1:1 yaml: found incompatible YAML document");
        row("%YAML 1.1\na\n", "2:1 yaml: line 1: did not find expected <document start>");
        row("a: !x!y b\n", "1:4 yaml: found undefined tag handle");
        row("a: *b\n", "1:4 yaml: unknown anchor 'b' referenced");
        row("a: &b [*b]\n", "1:8 yaml: anchor 'b' value contains itself");
        row("a: |0\n", "1:5 yaml: found an indentation indicator equal to 0");
        row("a: \xFF\n", "1:4 yaml: invalid leading UTF-8 octet");
        row("a: \xC2\x80\n", "1:4 yaml: control characters are not allowed");
    }
    void errors()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, error);
        const auto document = YamlDocument::parse(text, {}, GoYaml::V3);
        QCOMPARE(document.ok(), error.empty());
        if (document)
            return;
        const SourcePosition at = document.error().position;
        const std::string told =
            std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + plainText(document.error());
        QCOMPARE(QString::fromStdString(told), QString::fromStdString(error));
    }

    /// Lines as editors count them, though YAML has more line breaks.
    void linesAreEditors()
    {
        const auto document = YamlDocument::parse("a: 'x\u2028y'\r\nb:\u0085 c: d\re: f\nd: g\n");
        QVERIFY(document.ok());
        QCOMPARE(document->root().children[2]->position.line, 2U);
        QCOMPARE(document->root().children.back()->position.line, 3U);
    }
};

} // namespace

SIGHTGLASS_TEST(YamlSyntaxTest)
#include "yamlsyntaxtest.moc"
