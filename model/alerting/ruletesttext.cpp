// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruletesttext.h"

#include "model/query/promqltest/histogramnotation.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sightglass {

namespace {

/// Each line behind the indent.
std::string indented(const std::string &lines, const std::string &indent)
{
    std::string text;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = lines.find('\n', begin);
        const std::string line = lines.substr(begin, end == std::string::npos ? end : end - begin);
        text += begin == 0 ? line : '\n' + indent + line;
        if (end == std::string::npos)
            return text;
        begin = end + 1;
    }
}

/// Go's FormatFloat(x, 'E', -1, 64).
std::string exponentText(double value)
{
    if (!std::isfinite(value))
        return formatFloat(value);
    std::array<char, 40> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    std::string text(buffer.data(), end);
    std::replace(text.begin(), text.end(), 'e', 'E');
    return text;
}

/// Go's %g.
std::string shortText(double value)
{
    if (!std::isfinite(value))
        return formatFloat(value);
    const double magnitude = std::abs(value);
    const bool positional = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e21);
    std::array<char, 64> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   positional ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    return {buffer.data(), end};
}

void addNumber(std::string_view name, double value, std::string &text)
{
    if (value != 0)
        text += ' ' + std::string(name) + ':' + shortText(value);
}

/// One span of buckets from the first populated one to the last.
void addBuckets(std::string_view prefix, const BucketCounts &buckets, std::string &text)
{
    std::string offset;
    std::string counts;
    std::int64_t next = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (buckets.counts[i] == 0)
            continue;
        if (counts.empty() && buckets.indices[i] != 0)
            offset = ' ' + std::string(prefix) + "offset:" + std::to_string(buckets.indices[i]);
        for (; !counts.empty() && next < buckets.indices[i]; ++next)
            counts += " 0";
        counts += (counts.empty() ? "" : " ") + shortText(buckets.counts[i]);
        next = std::int64_t{buckets.indices[i]} + 1;
    }
    if (!counts.empty())
        text += offset + ' ' + std::string(prefix) + "buckets:[" + counts + ']';
}

} // namespace

TextPairs textPairs(const Labels &labels)
{
    TextPairs pairs;
    for (const LabelView label : labels)
        pairs.push_back(Label(label));
    return pairs;
}

std::string pairsText(const TextPairs &pairs)
{
    std::string text;
    for (const Label &pair : pairs) {
        const std::string name = isLegacyLabelName(pair.name) ? pair.name : goQuoted(pair.name);
        text += (text.empty() ? "" : ", ") + name + '=' + goQuoted(pair.value);
    }
    return '{' + text + '}';
}

std::string histogramTestText(const FloatHistogram &histogram)
{
    std::string text;
    if (histogram.schema != 0)
        text += " schema:" + std::to_string(histogram.schema);
    addNumber("count", histogram.count, text);
    addNumber("sum", histogram.sum, text);
    addNumber("z_bucket", histogram.zeroCount, text);
    addNumber("z_bucket_w", histogram.zeroThreshold, text);
    if (histogram.usesCustomBuckets()) {
        std::string bounds;
        for (const double bound : histogram.customBounds)
            bounds += (bounds.empty() ? "" : " ") + shortText(bound);
        text += " custom_values:[" + bounds + ']';
    }
    if (histogram.hint != CounterResetHint::Unknown)
        text += " counter_reset_hint:" + std::string(promqltest::hintText(histogram.hint));
    addBuckets("", histogram.positive, text);
    addBuckets("n_", histogram.negative, text);
    return "{{" + (text.empty() ? text : text.substr(1)) + "}}";
}

std::string alertsText(const std::vector<TestedAlert> &alerts)
{
    if (alerts.empty())
        return "[]";
    std::string text = "[";
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        const std::string lines =
            "\nLabels:" + pairsText(alerts[i].labels) + "\nAnnotations:" + pairsText(alerts[i].annotations);
        text += (i == 0 ? "\n" : ",\n") + std::to_string(i) + ':' + indented(lines, "  ");
    }
    return indented(text + "\n]", "            ");
}

std::string sampleValueText(const TestedSample &sample)
{
    return sample.histogram.empty() ? exponentText(sample.value) : sample.histogram;
}

std::string samplesText(const std::vector<TestedSample> &samples)
{
    std::string text;
    for (const TestedSample &sample : samples)
        text += (text.empty() ? "" : ", ") + pairsText(sample.labels) + ' ' + sampleValueText(sample);
    return samples.empty() ? "nil" : text;
}

std::optional<std::string> firstDifference(std::string_view what, const TextPairs &expected,
                                           const TextPairs &got)
{
    std::size_t e = 0;
    std::size_t g = 0;
    while (e < expected.size() || g < got.size()) {
        const bool extra = e == expected.size() || (g < got.size() && got[g].name < expected[e].name);
        const bool missing = !extra && (g == got.size() || expected[e].name < got[g].name);
        if (!extra && !missing && expected[e].value == got[g].value) {
            ++e;
            ++g;
            continue;
        }
        const std::string name = extra ? got[g].name : expected[e].name;
        return std::string(what) + ' ' + goQuoted(name) + ": expected " +
               (extra ? "none" : goQuoted(expected[e].value)) + ", got " +
               (missing ? "none" : goQuoted(got[g].value));
    }
    return std::nullopt;
}

} // namespace sightglass
