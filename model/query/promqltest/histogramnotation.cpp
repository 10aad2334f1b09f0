// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/histogramnotation.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/promqltest/words.h"
#include "parser/base/numbertext.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sightglass::promqltest {

namespace {

constexpr std::string_view braceOpen = "{{";
constexpr std::string_view braceClose = "}}";

Error malformed(std::string_view what, std::string_view text)
{
    return Error{ErrorCode::ConfigSyntax, {std::string(what) + ": " + std::string(text)}, {}, {}};
}

template<typename Integer>
bool readInteger(std::string_view text, Integer &value)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool readNumber(std::string_view text, double &value)
{
    const auto read = parseFloat(text);
    if (read)
        value = *read;
    return read.has_value();
}

bool readNumbers(std::string_view text, std::vector<double> &values)
{
    if (!text.starts_with('[') || !text.ends_with(']') || text.size() < 2)
        return false;
    std::string_view rest = text.substr(1, text.size() - 2);
    for (std::string_view word = takeWord(rest); !word.empty(); word = takeWord(rest)) {
        double value = 0;
        if (!readNumber(word, value))
            return false;
        values.push_back(value);
    }
    return true;
}

bool readHint(std::string_view text, CounterResetHint &hint)
{
    for (const CounterResetHint one : {CounterResetHint::Unknown, CounterResetHint::Reset,
                                       CounterResetHint::NotReset, CounterResetHint::Gauge}) {
        if (text == hintText(one)) {
            hint = one;
            return true;
        }
    }
    return false;
}

/// A histogram as it is written: buckets as one run from an offset.
struct Description
{
    FloatHistogram histogram;
    std::vector<double> buckets;
    std::vector<double> negativeBuckets;
    std::int32_t offset = 0;
    std::int32_t negativeOffset = 0;
    bool hintGiven = false;

    [[nodiscard]] bool set(std::string_view key, std::string_view value)
    {
        if (key == "schema")
            return readInteger(value, histogram.schema);
        if (key == "sum")
            return readNumber(value, histogram.sum);
        if (key == "count")
            return readNumber(value, histogram.count);
        if (key == "z_bucket")
            return readNumber(value, histogram.zeroCount);
        if (key == "z_bucket_w")
            return readNumber(value, histogram.zeroThreshold);
        if (key == "buckets")
            return readNumbers(value, buckets);
        if (key == "offset")
            return readInteger(value, offset);
        if (key == "n_buckets")
            return readNumbers(value, negativeBuckets);
        if (key == "n_offset")
            return readInteger(value, negativeOffset);
        if (key == "custom_values")
            return readNumbers(value, histogram.customBounds);
        hintGiven = key == "counter_reset_hint";
        return hintGiven && readHint(value, histogram.hint);
    }

    /// Puts the buckets where they belong.
    void finish()
    {
        for (const double count : buckets)
            histogram.positive.push(offset++, count);
        for (const double count : negativeBuckets)
            histogram.negative.push(negativeOffset++, count);
    }
};

/// The value behind a key: up to the next blank, or a list up to its "]".
std::string_view takeValue(std::string_view &text)
{
    text = trimmed(text);
    const std::size_t end =
        text.starts_with('[') ? text.find(']') : std::min(text.find_first_of(blanks), text.size()) - 1;
    const std::string_view value = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(value.size());
    return value;
}

/// What stands between the braces.
Result<Description> parseDescription(std::string_view inner)
{
    Description description;
    std::set<std::string_view> seen;
    for (std::string_view rest = trimmed(inner); !rest.empty(); rest = trimmed(rest)) {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos)
            return malformed("malformed histogram", inner);
        const std::string_view key = trimmed(rest.substr(0, colon));
        rest.remove_prefix(colon + 1);
        if (!seen.insert(key).second)
            return malformed("duplicate key in histogram", key);
        if (!description.set(key, takeValue(rest)))
            return malformed("malformed histogram", inner);
    }
    description.finish();
    return description;
}

/// Takes `{{…}}` from the front of the text.
Result<Description> takeDescription(std::string_view &text)
{
    const std::size_t end = text.find(braceClose);
    if (!text.starts_with(braceOpen) || end == std::string_view::npos)
        return malformed("malformed histogram", text);
    const std::string_view inner = text.substr(braceOpen.size(), end - braceOpen.size());
    text.remove_prefix(end + braceClose.size());
    return parseDescription(inner);
}

SeriesItem histogramItem(FloatHistogram histogram, bool hintGiven)
{
    SeriesItem item;
    item.kind = SeriesItem::Kind::Histogram;
    item.histogram = std::make_shared<const FloatHistogram>(std::move(histogram));
    item.hintGiven = hintGiven;
    return item;
}

/// `first` and then `count` more, each the one before with the delta added to or taken from it.
Status appendSteps(FloatHistogram current, const Description &delta, char sign, std::size_t count,
                   std::vector<SeriesItem> &items)
{
    items.push_back(histogramItem(current, delta.hintGiven));
    for (std::size_t i = 0; i < count; ++i) {
        if (current.schema > delta.histogram.schema)
            return malformed("error combining histograms", "cannot merge from schema " +
                                                               std::to_string(delta.histogram.schema) +
                                                               " to " + std::to_string(current.schema));
        const HistogramMerge merge = sign == '+' ? addHistogram(current, delta.histogram)
                                                 : subtractHistogram(current, delta.histogram);
        if (merge.outcome != HistogramMerge::Outcome::Done)
            return malformed("error combining histograms", "incompatible schemas");
        items.push_back(histogramItem(current, delta.hintGiven));
    }
    return Done{};
}

} // namespace

Result<std::size_t> appendHistogramItem(std::string_view text, std::vector<SeriesItem> &items)
{
    std::string_view rest = text;
    auto base = takeDescription(rest);
    if (!base)
        return base.error();
    std::optional<Description> delta;
    char sign = '\0';
    if (rest.size() > 1 && (rest[0] == '+' || rest[0] == '-') && rest.substr(1).starts_with(braceOpen)) {
        sign = rest.front();
        rest.remove_prefix(1);
        auto taken = takeDescription(rest);
        if (!taken)
            return taken.error();
        delta = std::move(*taken);
    }
    const std::string_view repeat = firstWord(rest);
    rest.remove_prefix(repeat.size());
    constexpr std::size_t mostRepeats = 1'000'000;
    std::size_t count = 0;
    if (!repeat.empty() &&
        (repeat.front() != 'x' || !readInteger(repeat.substr(1), count) || count > mostRepeats))
        return malformed("malformed histogram", text);
    if (delta && repeat.empty())
        return malformed("malformed histogram", text);
    if (delta) {
        if (auto steps = appendSteps(std::move(base->histogram), *delta, sign, count, items); !steps)
            return steps.error();
    } else {
        items.insert(items.end(), count + 1, histogramItem(std::move(base->histogram), base->hintGiven));
    }
    return text.size() - rest.size();
}

std::string_view hintText(CounterResetHint hint) noexcept
{
    switch (hint) {
    case CounterResetHint::Unknown:
        return "unknown";
    case CounterResetHint::Reset:
        return "reset";
    case CounterResetHint::NotReset:
        return "not_reset";
    case CounterResetHint::Gauge:
        return "gauge";
    }
    return {};
}

} // namespace sightglass::promqltest
