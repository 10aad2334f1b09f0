// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/unixtime.h"

#include "parser/base/numbertext.h"

#include <chrono>
#include <cmath>

namespace sightglass {
namespace {

/// Takes parts of fixed forms off a text's begin, until one does not fit.
class TimeScanner
{
public:
    explicit TimeScanner(std::string_view text)
        : m_rest(text)
    {}

    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const bool isDigit = i < m_rest.size() && m_rest[i] >= '0' && m_rest[i] <= '9';
            if (!isDigit)
                return fail();
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }
    bool accept(char c)
    {
        const bool there = m_rest.starts_with(c);
        m_rest.remove_prefix(there ? 1 : 0);
        return there;
    }
    void expect(char c)
    {
        if (!accept(c))
            fail();
    }
    /// The milliseconds of ".123456", of which at least one digit is there.
    int fraction()
    {
        int value = 0;
        int scale = 100;
        if (m_rest.empty() || m_rest[0] < '0' || m_rest[0] > '9')
            return fail();
        for (; !m_rest.empty() && m_rest[0] >= '0' && m_rest[0] <= '9'; m_rest.remove_prefix(1), scale /= 10)
            value += scale * (m_rest[0] - '0');
        return value;
    }
    [[nodiscard]] bool done() const { return m_good && m_rest.empty(); }

private:
    int fail()
    {
        m_good = false;
        return 0;
    }

    std::string_view m_rest;
    bool m_good = true;
};

/// In seconds; what stands behind the time of day.
int zoneOffset(TimeScanner &scan)
{
    if (scan.accept('Z'))
        return 0;
    const int sign = scan.accept('-') ? -1 : 1;
    if (sign > 0)
        scan.expect('+');
    const int hours = scan.digits(2);
    scan.expect(':');
    return sign * (hours * 3600 + scan.digits(2) * 60);
}

std::optional<std::int64_t> rfc3339Ms(std::string_view text)
{
    TimeScanner scan(text);
    const std::chrono::year year(scan.digits(4));
    scan.expect('-');
    const std::chrono::month month(static_cast<unsigned>(scan.digits(2)));
    scan.expect('-');
    const std::chrono::year_month_day day(year, month,
                                          std::chrono::day(static_cast<unsigned>(scan.digits(2))));
    scan.expect('T');
    const int hour = scan.digits(2);
    scan.expect(':');
    const int minute = scan.digits(2);
    scan.expect(':');
    const int second = scan.digits(2);
    const int milliseconds = scan.accept('.') ? scan.fraction() : 0;
    const int offset = zoneOffset(scan);
    if (!scan.done() || !day.ok() || hour > 23 || minute > 59 || second > 59)
        return {};
    const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
    return (days * 86'400 + hour * 3600 + minute * 60 + second - offset) * 1000 + milliseconds;
}

} // namespace

std::optional<std::int64_t> unixTimeMs(std::string_view text)
{
    const std::optional<double> seconds = parseFloat(text);
    if (!seconds)
        return rfc3339Ms(text);
    const double milliseconds = std::trunc(*seconds * 1000);
    if (!(milliseconds >= -0x1p62 && milliseconds <= 0x1p62)) // NaN too
        return {};
    return static_cast<std::int64_t>(milliseconds);
}

} // namespace sightglass
