// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/sentsecrets.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;

namespace {

class SentSecretsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void takenOut_data()
    {
        QTest::addColumn<QByteArray>("secrets");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const char *secrets, const char *text, const char *shown) {
            QTest::newRow(name) << QByteArray(secrets) << QByteArray(text) << QByteArray(shown);
        };
        row("none", "", "abcd", "abcd");
        row("each time", "abcd", "abcd-abcd", "***-***");
        row("within words", "abcd", "xabcdx", "x***x");
        row("short ones stay", "abc", "abc", "abc");
        row("the longer first", "abcd abcdef", "abcdef abcd", "*** ***");
        row("as in a query", "a/b=c", "x=a%2Fb%3Dc&a/b=c", "x=***&***");
        row("cut at the end", "abcdefgh", "see abcde", "see ***");
        row("too little at the end", "abcdefgh", "see abc", "see abc");
        row("not found", "abcd", "nothing", "nothing");
    }
    void takenOut()
    {
        QFETCH(QByteArray, secrets);
        QFETCH(QByteArray, text);
        SentSecrets sent;
        for (const QByteArray &secret : secrets.split(' '))
            sent.add(secret.toStdString());
        QTEST(QByteArray::fromStdString(sent.takenOutOf(text.toStdString())), "shown");
    }

    void credentialsBehindTheirScheme()
    {
        SentSecrets sent;
        sent.addCredentials("Bearer abcdef");
        QCOMPARE(sent.takenOutOf("Bearer abcdef"), std::string("Bearer ***"));
        sent.clear();
        QCOMPARE(sent.takenOutOf("Bearer abcdef"), std::string("Bearer abcdef"));
    }
};

} // namespace

SIGHTGLASS_TEST(SentSecretsTest)
#include "sentsecretstest.moc"
