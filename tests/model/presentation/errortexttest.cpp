// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/errortext.h"

#include "model/presentation/errorstrings.h"
#include "model/presentation/findingtext.h"
#include "tests/support/testcase.h"

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
        QCOMPARE(findingDisplayText(huge).size(), longestEngineText);
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
