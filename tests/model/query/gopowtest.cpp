// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/gopow.h"

#include "model/core/sample.h"
#include "parser/base/numbertext.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

struct Power
{
    double x;
    double y;
    double result; ///< what Debian's Prometheus 2.42 says
};

constexpr Power powers[]{
    {2.0, -0.5, 0.7071067811865475},
    {2.0, 0.5, 1.4142135623730951},
    {3.0, -0.5, 0.5773502691896258},
    {10.0, -3.0, 0.001},
    {10.0, -7.0, 1e-07},
    {1.1, 10.0, 2.593742460100002},
    {0.1, 3.0, 0.0010000000000000002},
    {7.3, -11.0, 3.187487854877122e-10},
    {39.75967827828483, 27.0, 1.5309368000735107e+43},
    {1.4502614141807368, 19.0, 1168.0987320407846},
    {-2.0, 3.0, -8.0},
    {-2.0, -3.0, -0.125},
    {-2.0, 0.5, notANumber},
    {-8.0, 0.3333333333333333, notANumber},
    {1.0000001, 1000000000.0, 2.688103843211962e+43},
    {0.5, 1074.0, 5e-324},
    {0.5, 1075.0, 0.0},
    {2.0, 1023.0, 8.98846567431158e+307},
    {2.0, 1024.0, infinity},
    {2.0, -1074.0, 5e-324},
    {2.0, -1075.0, 0.0},
    {2.0, -1080.0, 0.0},
    {-2.0, 1025.0, -infinity},
    {1e-200, 2.0, 0.0},
    {1e+200, -2.0, 0.0},
    {3.0, 40.0, 1.2157665459056929e+19},
    {3.0, -40.0, 8.225263339969959e-20},
    {1.5, -1700.0, 4.414277236595764e-300},
    {-1.0, 9.3e+18, 1.0},
    {-1.0, 9007199254740992.0, 1.0},
    {0.9, 1e+19, 0.0},
    {1.1, -1e+19, 0.0},
    {1.1, 1e+300, infinity},
    {1e+300, 1000000000.0, infinity},
    {1e-300, 1000000000.0, 0.0},
    {5e-324, 2.0, 0.0},
    {5e-324, -1.0, infinity},
    {5e-324, -0.5, 4.4989137945431964e+161},
    {-4.0, 0.5, notANumber},
    {-4.0, -0.5, notANumber},
};

/// The powers behind each x of specialPowers.
constexpr std::array<double, 14> exponents{0.0, -0.0, infinity, -infinity, notANumber, 1,   3,
                                           -3,  2,    -2,       0.5,       -0.5,       0.3, -0.3};

struct SpecialPower
{
    double x;
    const char *results; ///< of all exponents, what Debian's Prometheus says
};

constexpr SpecialPower specialPowers[]{
    {0.0, "1 1 0 +Inf NaN 0 0 +Inf 0 +Inf 0 +Inf 0 +Inf"},
    {-0.0, "1 1 0 +Inf NaN -0 -0 -Inf 0 +Inf 0 +Inf 0 +Inf"},
    {infinity, "1 1 +Inf 0 NaN +Inf +Inf 0 +Inf 0 +Inf 0 +Inf 0"},
    {-infinity, "1 1 +Inf 0 NaN -Inf -Inf -0 +Inf 0 +Inf 0 +Inf 0"},
    {notANumber, "1 1 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN"},
    {1.0, "1 1 1 1 1 1 1 1 1 1 1 1 1 1"},
    {-1.0, "1 1 1 1 NaN -1 -1 -1 1 1 NaN NaN NaN NaN"},
    {0.5, "1 1 0 +Inf NaN 0.5 0.125 8 0.25 4 0.7071067811865476 1.414213562373095 0.8122523963562355 "
          "1.2311444133449163"},
    {-0.5, "1 1 0 +Inf NaN -0.5 -0.125 -8 0.25 4 NaN NaN NaN NaN"},
    {2.0, "1 1 +Inf 0 NaN 2 8 0.125 4 0.25 1.4142135623730951 0.7071067811865475 1.2311444133449163 "
          "0.8122523963562355"},
    {-2.0, "1 1 +Inf 0 NaN -2 -8 -0.125 4 0.25 NaN NaN NaN NaN"},
};

class GoPowTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void powersAreGos_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("result");
        for (const Power &power : powers)
            QTest::addRow("%.17g ^ %.17g", power.x, power.y) << power.x << power.y << power.result;
        for (const SpecialPower &power : specialPowers) {
            const QStringList results = QString::fromLatin1(power.results).split(QLatin1Char(' '));
            QCOMPARE(static_cast<std::size_t>(results.size()), exponents.size());
            for (std::size_t i = 0; i < exponents.size(); ++i)
                QTest::addRow("%g ^ %g", power.x, exponents[i])
                    << power.x << exponents[i]
                    << parseFloat(results.at(static_cast<qsizetype>(i)).toStdString()).value();
        }
    }

    /// To the last bit, but for what ends in exp() and log(), which Go itself has in several forms.
    void powersAreGos()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, result);
        const double ours = goPow(x, y);
        if (std::isnan(result)) {
            QVERIFY(std::isnan(ours));
            return;
        }
        const double rest = std::abs(y) - std::floor(std::abs(y));
        const bool isExact = !(rest > 0) || std::abs(y) == 0.5;
        const double slack = isExact ? 0 : std::abs(result) * 4 * std::numeric_limits<double>::epsilon();
        QVERIFY2(sameBits(ours, result) || std::abs(ours - result) <= slack, formatFloat(ours).c_str());
    }
};

SIGHTGLASS_TEST(GoPowTest)

} // namespace

#include "gopowtest.moc"
