// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlscalar.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

class YamlScalarTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void plain()
    {
        using V = YamlValue;
        QVERIFY(resolvePlain("") == V(std::monostate()));
        QVERIFY(resolvePlain("~") == V(std::monostate()));
        QVERIFY(resolvePlain("NULL") == V(std::monostate()));
        QVERIFY(resolvePlain("nULL") == V(std::string("nULL")));
        for (const std::string_view word : {"y", "Yes", "ON", "true"})
            QVERIFY(resolvePlain(word) == V(true));
        for (const std::string_view word : {"N", "no", "Off", "FALSE"})
            QVERIFY(resolvePlain(word) == V(false));
        QVERIFY(resolvePlain("oN") == V(std::string("oN")));
    }

    void integers()
    {
        using V = YamlValue;
        const auto is = [](std::string_view text, std::int64_t value) {
            return resolvePlain(text) == V(value);
        };
        QVERIFY(is("0", 0) && is("-0", 0) && is("+7", 7) && is("-7", -7));
        QVERIFY(is("0x1F", 31) && is("0o17", 15) && is("017", 15) && is("0b101", 5) && is("-0x10", -16));
        QVERIFY(is("1_000", 1000) && is("5_", 5));
        QVERIFY(is("9223372036854775807", INT64_MAX) && is("-9223372036854775808", INT64_MIN));
        QVERIFY(resolvePlain("9223372036854775808") == V(std::uint64_t{1} << 63U));
        QVERIFY(resolvePlain("18446744073709551615") == V(UINT64_MAX));
        QVERIFY(resolvePlain("18446744073709551616") == V(0x1p64));
        for (const std::string_view text : {"+-5", "_5", "0x", "0b12", "1:30", "5 5", "-"})
            QVERIFY2(resolvePlain(text) == V(std::string(text)), std::string(text).c_str());
    }

    void floats()
    {
        using V = YamlValue;
        QVERIFY(resolvePlain("1e3") == V(1000.0));
        QVERIFY(resolvePlain("-.5") == V(-0.5));
        QVERIFY(resolvePlain("5.") == V(5.0));
        QVERIFY(resolvePlain("09") == V(9.0));
        QVERIFY(resolvePlain("-.Inf") == V(-HUGE_VAL));
        QVERIFY(std::isnan(std::get<double>(resolvePlain(".nan"))));
        for (const std::string_view text : {".", "1e", "1e400", "e5", "inf", "nan", ".INf"})
            QVERIFY2(resolvePlain(text) == V(std::string(text)), std::string(text).c_str());
    }

    void days()
    {
        QVERIFY(resolvePlain("2001-1-02") == YamlValue(YamlTimestamp()));
        QVERIFY(resolvePlain("201-1-2") == YamlValue(std::string("201-1-2")));
        QVERIFY(resolvePlain("2001-1-") == YamlValue(std::string("2001-1-")));
    }
};

} // namespace

SIGHTGLASS_TEST(YamlScalarTest)
#include "yamlscalartest.moc"
