// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretwriter.h"

#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <optional>

using namespace sightglass;

namespace {

class SecretWriterTest : public test::TestCase
{
    Q_OBJECT

private:
    /// Empty: all was kept.
    static QString write(SecretWriter &writer, const std::vector<TypedSecret> &secrets)
    {
        std::optional<QString> told;
        writer.write(secrets, [&told](const Status &status) {
            told = status ? QString() : QString::fromStdString(plainText(status.error()));
        });
        if (told)
            return QStringLiteral("told within the call");
        return QTest::qWaitFor([&told] { return told.has_value(); }) ? *told : QStringLiteral("never told");
    }

private slots:
    void allAreKept()
    {
        test::FakeSecretStore store("other", "stays");
        SecretWriter writer(&store);
        QCOMPARE(write(writer, {{"a", "1"}, {"b", "2"}}), QString());
        QVERIFY((store.secrets() ==
                 std::map<std::string, std::string>{{"a", "1"}, {"b", "2"}, {"other", "stays"}}));
        QCOMPARE(write(writer, {}), QString());
    }

    void orNone()
    {
        test::FakeSecretStore store("other", "stays");
        store.takeOnly(1);
        SecretWriter writer(&store);
        QCOMPARE(write(writer, {{"a", "1"}, {"b", "2"}, {"c", "3"}}),
                 QStringLiteral("not supported: no secret store is running"));
        QTRY_VERIFY((store.secrets() == std::map<std::string, std::string>{{"other", "stays"}}));
    }

    void withoutAStore()
    {
        SecretWriter writer(nullptr);
        QCOMPARE(write(writer, {{"a", "1"}}), QStringLiteral("not supported: there is no secret store"));
        QCOMPARE(write(writer, {}), QString());
    }
};

} // namespace

SIGHTGLASS_TEST(SecretWriterTest)
#include "secretwritertest.moc"
