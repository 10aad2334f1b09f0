// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templatelexer.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;

/// Tokens as line@position:description, up to the end or an error.
std::string tokensOf(std::string_view text)
{
    TemplateLexer lexer(text);
    std::string out;
    for (;;) {
        const TemplateToken token = lexer.next();
        if (token.type == TemplateTokenType::Space)
            continue;
        out += std::to_string(token.line) + "@" + std::to_string(token.position) + ":" + token.description() +
               " ";
        if (token.type == TemplateTokenType::EndOfText || token.type == TemplateTokenType::Error)
            return out;
    }
}

class TemplateLexerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("tokens");
        QTest::newRow("empty") << QByteArray("") << QByteArray("1@0:EOF ");
        QTest::newRow("action") << QByteArray("a{{.X}}")
                                << QByteArray("1@0:\"a\" 1@1:\"{{\" 1@3:\".X\" 1@5:\"}}\" 1@7:EOF ");
        QTest::newRow("trimmed") << QByteArray("a \n{{- 1 -}}\n b")
                                 << QByteArray(
                                        "1@0:\"a\" 2@3:\"{{\" 2@7:\"1\" 2@10:\"}}\" 3@14:\"b\" 3@15:EOF ");
        QTest::newRow("comment") << QByteArray("a{{/* x\n */}}b")
                                 << QByteArray("1@0:\"a\" 2@13:\"b\" 2@14:EOF ");
        QTest::newRow("keyword and long word")
            << QByteArray("{{if abcdefghijklmno}}")
            << QByteArray("1@0:\"{{\" 1@2:<if> 1@5:\"abcdefghij\"... 1@20:\"}}\" 1@22:EOF ");
        QTest::newRow("error") << QByteArray("\n{{ $a")
                               << QByteArray("1@0:\"\\n\" 2@1:\"{{\" 2@4:\"$a\" 2@6:unclosed action ");
    }

    void cuts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, tokens);
        QCOMPARE(QByteArray::fromStdString(tokensOf(text.toStdString())), tokens);
    }
};

} // namespace

SIGHTGLASS_TEST(TemplateLexerTest)
#include "templatelexertest.moc"
