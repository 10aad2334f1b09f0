// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/errortext.h"

#include "model/presentation/errorstrings.h"
#include "model/presentation/findingtext.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/regularfile.h"
#include "tests/model/presentation/markingtranslator.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace {

using namespace sightglass;

class ErrorTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeTranslated()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::ClockSetBack); ++code) {
            const std::string_view text = messageTemplate(static_cast<ErrorCode>(code));
            if (text == "%1")
                continue;
            const bool listed = std::any_of(std::begin(translatableErrors), std::end(translatableErrors),
                                            [text](const char *known) { return text == known; });
            QVERIFY2(listed, std::string(text).c_str());
        }
    }

    void argumentsAndPlace()
    {
        const Error error{ErrorCode::FileUnreadable, {"rules.yml", "permission denied"}, {}, {3, 14}};
        QCOMPARE(errorText(error), QStringLiteral("3:14: cannot read rules.yml: permission denied"));
    }

    /// What could not be read is told in the user's language wholly, not with English reasons.
    void reasonsAreTranslated_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *reason, const QString &expected) {
            QTest::newRow(reason) << Error{ErrorCode::FileUnreadable, {"/x", reason}, {}, {}}
                                  << QStringLiteral("cannot read /x: ") + expected;
        };
        row("it is not a regular file", QStringLiteral("[it is not a regular file]"));
        row("it is larger than 16 MiB", QStringLiteral("[it is larger than 16 MiB]"));
        row("No such file or directory", QStringLiteral("[No such file or directory]"));
        row("the secret store holds no such secret",
            QStringLiteral("[the secret store holds no such secret]"));
        row("the secret store does not answer; is a keyring or wallet running? (50%1)",
            QStringLiteral("[the secret store does not answer; is a keyring or wallet running? (50%1)]"));
        row("what nobody knows", QStringLiteral("what nobody knows"));
        QTest::newRow("a key") << Error{ErrorCode::FileUnreadable,
                                        {"the secret a b", "Permission denied"},
                                        {},
                                        {}}
                               << QStringLiteral("cannot read [the secret a b]: [Permission denied]");
        QTest::newRow("not kept") << Error{ErrorCode::Unsupported, {"no secret store is running"}, {}, {}}
                                  << QStringLiteral("not supported: [no secret store is running]");
        QTest::newRow("names are no reasons")
            << Error{ErrorCode::NetworkFailed, {"Permission denied"}, {}, {}}
            << QStringLiteral("network error: Permission denied");
    }
    void reasonsAreTranslated()
    {
        QFETCH(Error, error);
        const test::MarkingTranslator translator("reasons");
        QTEST(errorText(error), "expected");
    }

    /// As the readers of files say them.
    void reasonsOfReadersAreKnown()
    {
        const test::MarkingTranslator translator("reasons");
        QTemporaryDir folder;
        QFile large(folder.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((1 << 20) + 1));
        const auto isTranslated = [](const Result<std::string> &read) {
            return !read && errorText(read.error()).contains(QStringLiteral(": ["));
        };
        QVERIFY(isTranslated(readRegularFile(folder.path(), 1)));
        QVERIFY(isTranslated(readRegularFile(folder.filePath(QStringLiteral("none")), 1)));
        QVERIFY(isTranslated(readTextFile(large.fileName(), 1 << 20)));
    }

    /// The engine names series with all their labels before it says what is wrong with them.
    void engineTextsAreWhole()
    {
        const std::string text =
            "found duplicate series: " + std::string(900, 'x') + ";many-to-many matching not allowed";
        const Error error{ErrorCode::QueryFailed, {text}, {}, {}};
        QCOMPARE(errorText(error, longestEngineText), QString::fromStdString(text));
        const Finding finding{FindingKind::EvaluationError, FindingSeverity::Error, {}, {text}, {}};
        QCOMPARE(findingDisplayText(finding), QString::fromStdString(text));
        const Finding huge{
            FindingKind::EvaluationError, FindingSeverity::Error, {}, {std::string(1'000'000, 'x')}, {}};
        QCOMPARE(findingDisplayText(huge).size(), longestEngineText + 1); // with the ellipsis
    }

    void hostileArgumentsAreNotFilledAgainAndBounded()
    {
        const Error again{ErrorCode::FileUnreadable, {"%2", "secret"}, {}, {}};
        QCOMPARE(errorText(again), QStringLiteral("cannot read %2: secret"));
        const Error huge{ErrorCode::NetworkFailed, {std::string(1'000'000, 'x')}, {}, {}};
        QVERIFY(errorText(huge).size() < 500);
        const Error missing{ErrorCode::FileUnreadable, {"only one"}, {}, {}};
        QCOMPARE(errorText(missing), QStringLiteral("cannot read only one: %2"));
        const Error bidi{ErrorCode::NetworkFailed,
                         {"\xE2\x80\xAE"
                          "evil"},
                         {},
                         {}};
        QVERIFY(!errorText(bidi).contains(QChar(0x202E)));
    }
};

} // namespace

SIGHTGLASS_TEST(ErrorTextTest)
#include "errortexttest.moc"
