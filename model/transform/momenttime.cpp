// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/momenttime.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

/// Longest first, so that the first that fits is the one that is meant.
constexpr std::array<std::string_view, 41> tokens{
    "YYYY", "MMMM", "DDDD", "dddd", "GGGG", "LLLL", "LTS", "MMM", "DDD", "ddd", "SSS", "LLL", "YY", "MM",
    "DD",   "Do",   "dd",   "HH",   "hh",   "kk",   "mm",  "ss",  "SS",  "ZZ",  "WW",  "LT",  "LL", "M",
    "D",    "d",    "E",    "H",    "h",    "k",    "m",   "s",   "S",   "A",   "a",   "X",   "x"};
constexpr std::array<std::string_view, 4> lateTokens{"Z", "W", "Q", "L"};

std::string_view tokenAt(std::string_view rest)
{
    const auto fits = [rest](std::string_view token) { return rest.starts_with(token); };
    const auto found = std::find_if(tokens.begin(), tokens.end(), fits);
    if (found != tokens.end())
        return *found;
    const auto late = std::find_if(lateTokens.begin(), lateTokens.end(), fits);
    return late == lateTokens.end() ? std::string_view{} : *late;
}

/// A time taken apart.
struct Calendar
{
    std::chrono::year_month_day date;
    unsigned weekday = 0; ///< 0: Sunday
    int dayOfYear = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    std::int64_t utc = 0;
    std::int64_t offset = 0;

    [[nodiscard]] int year() const { return int(date.year()); }
    [[nodiscard]] int month() const { return int(unsigned(date.month())); }
    [[nodiscard]] int day() const { return int(unsigned(date.day())); }
};

Calendar calendarOf(std::int64_t utc, std::int64_t offset)
{
    using namespace std::chrono;
    const milliseconds local{utc + offset};
    const sys_days day = floor<days>(sys_time<milliseconds>(local));
    const auto rest = int((local - day.time_since_epoch()).count());
    Calendar calendar;
    calendar.date = year_month_day{day};
    calendar.weekday = std::chrono::weekday{day}.c_encoding();
    calendar.dayOfYear = int((day - sys_days{calendar.date.year() / January / 1}).count()) + 1;
    calendar.hour = rest / 3'600'000;
    calendar.minute = rest / 60'000 % 60;
    calendar.second = rest / 1000 % 60;
    calendar.millisecond = rest % 1000;
    calendar.utc = utc;
    calendar.offset = offset;
    return calendar;
}

std::string padded(int number, std::size_t width)
{
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string ordinal(int number)
{
    std::string_view ending = "th";
    if (number / 10 % 10 != 1 && number % 10 >= 1 && number % 10 <= 3)
        ending = std::array<std::string_view, 4>{"", "st", "nd", "rd"}[std::size_t(number % 10)];
    return std::to_string(number).append(ending);
}

std::string offsetText(std::int64_t offset, std::string_view between)
{
    const auto minutes = int(std::abs(offset) / 60'000);
    std::string text = offset < 0 ? "-" : "+";
    return text.append(padded(minutes / 60, 2)).append(between).append(padded(minutes % 60, 2));
}

/// The ISO week: weeks begin on Mondays, the first has the year's first Thursday.
std::pair<int, int> isoYearAndWeek(const Calendar &calendar)
{
    using namespace std::chrono;
    const sys_days day{calendar.date};
    const int fromMonday = (int(calendar.weekday) + 6) % 7;
    const sys_days thursday = day + days{3 - fromMonday};
    const year_month_day of{thursday};
    const auto first = sys_days{of.year() / January / 1};
    return {int(of.year()), int((thursday - first).count()) / 7 + 1};
}

std::string dateToken(std::string_view token, const Calendar &at)
{
    const std::string_view month = months[std::size_t(at.month() - 1)];
    const std::string_view day = weekdays[at.weekday];
    if (token == "YYYY")
        return padded(at.year(), 4);
    if (token == "YY")
        return padded(at.year() % 100, 2);
    if (token == "MMMM" || token == "MMM")
        return std::string(token.size() == 4 ? month : month.substr(0, 3));
    if (token == "MM" || token == "M")
        return padded(at.month(), token.size());
    if (token == "DDDD" || token == "DDD")
        return padded(at.dayOfYear, token.size() == 4 ? 3 : 1);
    if (token == "DD" || token == "D")
        return padded(at.day(), token.size());
    if (token == "Do")
        return ordinal(at.day());
    if (token == "dddd")
        return std::string(day);
    if (token == "ddd" || token == "dd")
        return std::string(day.substr(0, token.size()));
    if (token == "d")
        return std::to_string(at.weekday);
    if (token == "E")
        return std::to_string(at.weekday == 0 ? 7U : at.weekday);
    if (token == "Q")
        return std::to_string((at.month() + 2) / 3);
    if (token == "GGGG")
        return padded(isoYearAndWeek(at).first, 4);
    return padded(isoYearAndWeek(at).second, token.size()); // W, WW
}

std::string clockToken(std::string_view token, const Calendar &at)
{
    const int twelve = at.hour % 12 == 0 ? 12 : at.hour % 12;
    switch (token.front()) {
    case 'H':
        return padded(at.hour, token.size());
    case 'h':
        return padded(twelve, token.size());
    case 'k':
        return padded(at.hour == 0 ? 24 : at.hour, token.size());
    case 'm':
        return padded(at.minute, token.size());
    case 's':
        return padded(at.second, token.size());
    case 'S':
        return padded(at.millisecond, 3).substr(0, token.size());
    case 'A':
        return at.hour < 12 ? "AM" : "PM";
    case 'a':
        return at.hour < 12 ? "am" : "pm";
    case 'Z':
        return offsetText(at.offset, token.size() == 1 ? ":" : "");
    case 'x':
        return std::to_string(at.utc);
    default:
        return std::to_string(at.utc / 1000); // X
    }
}

/// The long forms of American English.
std::string_view longForm(std::string_view token)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> forms{
        {{"LTS", "h:mm:ss A"},
         {"LT", "h:mm A"},
         {"LLLL", "dddd, MMMM D, YYYY h:mm A"},
         {"LLL", "MMMM D, YYYY h:mm A"},
         {"LL", "MMMM D, YYYY"},
         {"L", "MM/DD/YYYY"}}};
    for (const auto &[name, form] : forms) {
        if (name == token)
            return form;
    }
    return {};
}

void format(std::string_view form, const Calendar &at, std::string &out)
{
    while (!form.empty()) {
        if (form.front() == '[') {
            const std::size_t close = form.find(']');
            if (close != std::string_view::npos) {
                out += form.substr(1, close - 1);
                form.remove_prefix(close + 1);
                continue;
            }
        }
        const std::string_view token = tokenAt(form);
        if (token.empty())
            out += form.front();
        else if (const std::string_view known = longForm(token); !known.empty())
            format(known, at, out);
        else
            out += std::string_view("HhkmsSAaZXx").find(token.front()) != std::string_view::npos
                       ? clockToken(token, at)
                       : dateToken(token, at);
        form.remove_prefix(std::max<std::size_t>(token.size(), 1));
    }
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Reads a text by tokens.
class TimeReader
{
public:
    explicit TimeReader(std::string_view text)
        : m_text(text)
    {}

    bool read(std::string_view form)
    {
        while (!form.empty()) {
            const std::string_view token = tokenAt(form);
            if (token.empty())
                skip(form.front());
            else if (const std::string_view known = longForm(token);
                     !known.empty() ? !read(known) : !readToken(token))
                return false;
            form.remove_prefix(std::max<std::size_t>(token.size(), 1));
        }
        return true;
    }

    [[nodiscard]] std::optional<ParsedTime> time() const
    {
        using namespace std::chrono;
        if (m_epoch)
            return ParsedTime{*m_epoch, true};
        const year_month_day date = std::chrono::year{m_year} / m_month / m_day;
        if (!date.ok() || m_hour > 24 || m_minute > 59 || m_second > 59)
            return std::nullopt;
        const int hour = m_afternoon && m_hour < 12 ? m_hour + 12 : (m_morning && m_hour == 12 ? 0 : m_hour);
        const auto day = sys_days{date}.time_since_epoch();
        const std::int64_t time = duration_cast<milliseconds>(day).count() + hour * 3'600'000LL +
                                  m_minute * 60'000LL + m_second * 1000LL + m_millisecond -
                                  m_offset.value_or(0);
        return ParsedTime{time, m_offset.has_value()};
    }

private:
    void skip(char c)
    {
        // Between tokens everything that is no letter or digit is taken for the same.
        if (m_at < m_text.size() && (m_text[m_at] == c || !isWord(m_text[m_at])))
            ++m_at;
    }

    static bool isWord(char c)
    {
        const char lower = asciiLower(c);
        return isDigit(c) || (lower >= 'a' && lower <= 'z');
    }

    std::optional<std::int64_t> digits(std::size_t most)
    {
        std::int64_t value = 0;
        std::size_t count = 0;
        for (; count < most && m_at < m_text.size() && isDigit(m_text[m_at]); ++count)
            value = value * 10 + (m_text[m_at++] - '0');
        return count == 0 ? std::nullopt : std::optional(value);
    }

    bool number(int &out, std::size_t most)
    {
        const auto value = digits(most);
        out = int(value.value_or(out));
        return value.has_value();
    }

    bool readMonthName()
    {
        for (std::size_t i = 0; i < months.size(); ++i) {
            const std::string rest = asciiLower(m_text.substr(m_at));
            const std::string name = asciiLower(months[i]);
            for (const std::size_t length : {name.size(), std::size_t{3}}) {
                if (rest.starts_with(std::string_view(name).substr(0, length))) {
                    m_at += length;
                    m_month = unsigned(i) + 1;
                    return true;
                }
            }
        }
        return false;
    }

    bool readFraction()
    {
        int scale = 100;
        const std::size_t from = m_at;
        for (m_millisecond = 0; m_at < m_text.size() && isDigit(m_text[m_at]); ++m_at, scale /= 10)
            m_millisecond += (m_text[m_at] - '0') * scale;
        return m_at > from;
    }

    bool readOffset()
    {
        if (m_at < m_text.size() && (m_text[m_at] == 'Z' || m_text[m_at] == 'z')) {
            ++m_at;
            m_offset = 0;
            return true;
        }
        if (m_at >= m_text.size() || (m_text[m_at] != '+' && m_text[m_at] != '-'))
            return false;
        const int sign = m_text[m_at++] == '-' ? -1 : 1;
        const auto hours = digits(2);
        if (m_at < m_text.size() && m_text[m_at] == ':')
            ++m_at;
        m_offset = sign * (hours.value_or(0) * 60 + digits(2).value_or(0)) * 60'000;
        return hours.has_value();
    }

    bool readEpoch(std::int64_t unit)
    {
        const bool negative = m_at < m_text.size() && m_text[m_at] == '-';
        m_at += negative ? 1 : 0;
        const auto value = digits(15);
        if (value)
            m_epoch = *value * unit * (negative ? -1 : 1);
        return value.has_value();
    }

    bool readUnsigned(unsigned &out)
    {
        const auto value = digits(2);
        out = unsigned(value.value_or(out));
        return value.has_value();
    }

    bool readShortYear()
    {
        const bool read = number(m_year, 2);
        m_year += m_year > 68 ? 1900 : 2000;
        return read;
    }

    bool readHalfOfDay()
    {
        const std::string rest = asciiLower(m_text.substr(m_at, 2));
        m_morning = rest == "am";
        m_afternoon = rest == "pm";
        m_at = std::min(m_at + 2, m_text.size());
        return m_morning || m_afternoon;
    }

    bool skipWord()
    {
        while (m_at < m_text.size() && isWord(m_text[m_at]))
            ++m_at;
        return true;
    }

    bool readToken(std::string_view token)
    {
        switch (token.front()) {
        case 'Y':
            return token.size() == 4 ? number(m_year, 4) : readShortYear();
        case 'M':
            return token.size() > 2 ? readMonthName() : readUnsigned(m_month);
        case 'D': {
            const bool read = readUnsigned(m_day);
            return token == "Do" ? read && skipWord() : read;
        }
        case 'H':
        case 'h':
        case 'k':
            return number(m_hour, 2);
        case 'm':
            return number(m_minute, 2);
        case 's':
            return number(m_second, 2);
        case 'S':
            return readFraction();
        case 'A':
        case 'a':
            return readHalfOfDay();
        case 'Z':
            return readOffset();
        case 'X':
            return readEpoch(1000);
        case 'x':
            return readEpoch(1);
        default:
            return skipWord(); // names of days and the like tell nothing more
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_year = 1970;
    unsigned m_month = 1;
    unsigned m_day = 1;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    int m_millisecond = 0;
    bool m_morning = false;
    bool m_afternoon = false;
    std::optional<std::int64_t> m_offset;
    std::optional<std::int64_t> m_epoch;
};

/// 0000-01-01 to 9999-12-31.
constexpr double earliest = -62'167'219'200'000.0;
constexpr double latest = 253'402'300'799'999.0;

} // namespace

std::string formattedTime(double time, std::string_view form, std::int64_t offset)
{
    constexpr std::int64_t longestOffset = 24 * 3'600'000;
    if (!(time >= earliest && time <= latest))
        return "Invalid date";
    std::string out;
    format(form.empty() ? "YYYY-MM-DD[T]HH:mm:ssZ" : form,
           calendarOf(std::int64_t(time), std::clamp(offset, -longestOffset, longestOffset)), out);
    return out;
}

std::optional<ParsedTime> parsedTime(std::string_view text, std::string_view form)
{
    TimeReader reader(text);
    return reader.read(form) ? reader.time() : std::nullopt;
}

std::optional<ParsedTime> parsedIsoTime(std::string_view text)
{
    // A blank may stand for the T.
    std::string blank(text.substr(0, 40));
    if (blank.size() > 10 && blank[10] == 'T')
        blank[10] = ' ';
    for (const std::string_view form :
         {"YYYY-MM-DD HH:mm:ss.SZ", "YYYY-MM-DD HH:mm:ssZ", "YYYY-MM-DD HH:mm:ss.S", "YYYY-MM-DD HH:mm:ss",
          "YYYY-MM-DD HH:mm", "YYYY-MM-DD"}) {
        if (const auto time = parsedTime(blank, form))
            return time;
    }
    return std::nullopt;
}

} // namespace sightglass
