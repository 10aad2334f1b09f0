// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/querygenerator.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <random>

namespace sightglass::test {

namespace {

constexpr TimeRange allTime{std::numeric_limits<TimestampMs>::min() / 4,
                            std::numeric_limits<TimestampMs>::max() / 4};
constexpr std::size_t mostValuesOfALabel = 20;

std::string familyOf(const std::string &metric)
{
    for (const std::string_view suffix : {"_bucket", "_count", "_sum", "_total"}) {
        if (metric.ends_with(suffix))
            return metric.substr(0, metric.size() - suffix.size());
    }
    return metric;
}

MetricType typeOf(const Snapshot &snapshot, const std::string &metric)
{
    const MetricType own = snapshot.metadata(metric).type;
    return own == MetricType::Unknown ? snapshot.metadata(familyOf(metric)).type : own;
}

std::string regexQuoted(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

QueryVocabulary QueryVocabulary::of(const Snapshot &snapshot, const std::vector<std::string> &without)
{
    QueryVocabulary vocabulary;
    for (const std::string &name : snapshot.labelValues(metricNameLabel)) {
        if (std::ranges::find(without, name) != without.end())
            continue;
        Metric &metric = vocabulary.metrics.emplace_back();
        metric.name = name;
        metric.type = typeOf(snapshot, name);
        const Matcher matchers[] = {{MatchOp::Equal, std::string(metricNameLabel), name}};
        for (const auto &series : snapshot.select(matchers, allTime)) {
            for (const LabelView label : series->labels()) {
                auto &values = metric.labels[std::string(label.name)];
                if (values.size() < mostValuesOfALabel &&
                    std::ranges::find(values, label.value) == values.end())
                    values.emplace_back(label.value);
            }
        }
        metric.labels.erase(std::string(metricNameLabel));
    }
    return vocabulary;
}

QueryGenerator::Choices QueryGenerator::seeded(std::uint64_t seed)
{
    return [random = std::mt19937_64(seed)]() mutable { return random(); };
}

std::size_t QueryGenerator::below(std::size_t end)
{
    return static_cast<std::size_t>(m_choices() % end);
}

std::string QueryGenerator::query(int depth)
{
    if (oneIn(20))
        return "scalar(" + smoothVector(metric(), depth) + ")";
    return oneIn(6) ? exactVector(metric()) : smoothVector(metric(), depth);
}

const QueryVocabulary::Metric &QueryGenerator::metric()
{
    return m_vocabulary.metrics[below(m_vocabulary.metrics.size())];
}

std::string QueryGenerator::matcher(const Metric &metric)
{
    auto label = metric.labels.begin();
    std::advance(label, static_cast<std::ptrdiff_t>(below(metric.labels.size())));
    const std::string &value = label->second[below(label->second.size())];
    switch (below(5)) {
    case 0:
        return label->first + "=" + goQuoted(value);
    case 1:
        return label->first + "!=" + goQuoted(value);
    case 2:
        return label->first + "=~" + goQuoted(regexQuoted(value.substr(0, value.size() / 2)) + ".*");
    case 3:
        return label->first + "!~" + goQuoted(regexQuoted(value) + "|.+0");
    default:
        return "no_such_label" + oneOf({"=\"\"", "!=\"x\"", "=~\".*\"", "!~\".+\""});
    }
}

std::string QueryGenerator::shift()
{
    if (!oneIn(6))
        return {};
    return oneOf(
        {" offset 1m", " offset 45s", " offset -30s", " @ end()", " @ start()", " offset 1m @ end()"});
}

std::string QueryGenerator::selectorOf(const Metric &metric)
{
    std::string text = metric.name;
    if (metric.labels.empty() || oneIn(2))
        return text;
    text += "{" + matcher(metric);
    if (oneIn(3))
        text += ", " + matcher(metric);
    return text + "}";
}

std::string QueryGenerator::range()
{
    return oneOf({"[1m]", "[90s]", "[2m]", "[150s]", "[3m]"});
}

std::string QueryGenerator::number()
{
    return oneOf({"2", "0.37", "1e3", "-3", "7", "0.5", "100", "1.25"});
}

std::string QueryGenerator::labelList(const Metric &metric)
{
    std::string list;
    for (const auto &[name, values] : metric.labels) {
        if (oneIn(2))
            list += (list.empty() ? "" : ", ") + name;
    }
    if (oneIn(8))
        list += list.empty() ? "no_such_label" : ", no_such_label";
    return "(" + list + ")";
}

/// Stored values and what is computed from single ones without rounding: whatever jumps may stand on it.
std::string QueryGenerator::exactVector(const Metric &metric)
{
    const std::string base = selectorOf(metric) + shift();
    switch (below(10)) {
    case 0:
        return base + " " + oneOf({">", "<", ">=", "<=", "==", "!="}) + " " + number();
    case 1:
        return base + " " + oneOf({">", "<", ">=", "<=", "==", "!="}) + " bool " + number();
    case 2:
        return oneOf({"floor", "ceil", "sgn", "abs"}) + "(" + base + ")";
    case 3:
        return "clamp(" + base + ", " + oneOf({"0", "-1", "3"}) + ", " + oneOf({"10", "1e6", "2"}) + ")";
    case 4:
        return base + " " + oneOf({"and", "or", "unless"}) + " " + selectorOf(metric);
    case 5:
        return base + " % " + oneOf({"7", "2", "0.5"});
    case 6:
        return oneOf({"min", "max", "count", "group"}) + oneOf({" by ", " without "}) + labelList(metric) +
               " (" + base + ")";
    case 7:
        return oneOf({"last_over_time", "min_over_time", "max_over_time", "count_over_time", "changes",
                      "resets", "present_over_time"}) +
               "(" + selectorOf(metric) + range() + shift() + ")";
    case 8:
        return "count_values(\"v\", " + base + ")";
    default:
        return base;
    }
}

std::string QueryGenerator::overRange(const Metric &metric)
{
    const std::string series = selectorOf(metric);
    if (oneIn(6)) {
        return oneOf({"avg_over_time", "max_over_time", "sum_over_time"}) + "(rate(" + series + "[1m])" +
               oneOf({"[3m:30s]", "[2m:45s]", "[2m:]"}) + shift() + ")";
    }
    const std::string window = series + range() + shift();
    if (oneIn(8))
        return "quantile_over_time(0.37, " + window + ")";
    const bool pinned = window.find('@') != std::string::npos;
    if (oneIn(8) && (m_language == Language::Prometheus3 || !pinned))
        return "predict_linear(" + window + ", " + oneOf({"60", "600"}) + ")";
    if (metric.type == MetricType::Gauge) {
        return oneOf({"avg_over_time", "sum_over_time", "stddev_over_time", "delta", "deriv", "idelta"}) +
               "(" + window + ")";
    }
    return oneOf({"rate", "increase", "irate", "rate", "avg_over_time"}) + "(" + window + ")";
}

std::string QueryGenerator::aggregation(const Metric &metric, int depth)
{
    const std::string inner = smoothVector(metric, depth - 1);
    const std::string grouping = oneIn(5) ? " " : oneOf({" by ", " without "}) + labelList(metric) + " ";
    if (oneIn(6))
        return "quantile" + grouping + "(0.37, " + inner + ")";
    const std::string op = m_language == Language::Prometheus3
                               ? oneOf({"sum", "avg", "sum", "stddev", "stdvar", "count"})
                               : oneOf({"sum", "avg", "sum", "count"});
    return op + grouping + "(" + inner + ")";
}

std::string QueryGenerator::arithmetic(const Metric &metric, int depth)
{
    const std::string left = smoothVector(metric, depth - 1);
    if (oneIn(2)) {
        const std::string op = oneOf({" + ", " * ", " / ", " - ", " ^ 2 * "});
        return oneIn(3) ? "(" + number() + op + left + ")" : "(" + left + op + number() + ")";
    }
    const std::string right = smoothVector(oneIn(4) ? this->metric() : metric, depth - 1);
    const std::string matching = oneIn(2) ? std::string() : oneOf({" ignoring ", " on "}) + labelList(metric);
    if (oneIn(3))
        return "(" + left + oneOf({" or", " and", " unless"}) + matching + " " + right + ")";
    const std::string group = matching.empty() || !oneIn(3) ? "" : oneOf({" group_left()", " group_right()"});
    return "(" + left + oneOf({" +", " *", " /", " -"}) + matching + group + " " + right + ")";
}

std::string QueryGenerator::labelFunction(const Metric &metric, int depth)
{
    const std::string inner = smoothVector(metric, depth - 1);
    const std::string source =
        metric.labels.empty() || oneIn(6) ? "no_such_label" : metric.labels.begin()->first;
    if (oneIn(2))
        return "label_join(" + inner + ", \"joined\", \"-\", \"" + source + "\", \"job\")";
    return "label_replace(" + inner + ", \"copied\", \"$1-x\", \"" + source + "\", \"(.).*\")";
}

std::string QueryGenerator::quantile(const Metric &metric)
{
    // Quantiles that no rank of small whole counts meets exactly: ties would be decided by the last bit.
    return "histogram_quantile(" + oneOf({"0.37", "0.83", "0.913"}) + ", " + oneOf({"rate", "increase"}) +
           "(" + metric.name + range() + "))";
}

std::string QueryGenerator::smoothVector(const Metric &metric, int depth)
{
    if (metric.name.ends_with("_bucket") && oneIn(2))
        return quantile(metric);
    if (depth <= 0)
        return oneIn(2) ? overRange(metric) : selectorOf(metric) + shift();
    switch (below(9)) {
    case 0:
    case 1:
    case 2:
        return aggregation(metric, depth);
    case 3:
    case 4:
        return arithmetic(metric, depth);
    case 5:
        return labelFunction(metric, depth);
    case 6:
        return oneOf({"abs", "sqrt", "ln", "exp", "-", "timestamp", "absent", "sort", "atan",
                      "vector(time()) -"}) +
               "(" + smoothVector(metric, depth - 1) + ")";
    default:
        return overRange(metric);
    }
}

} // namespace sightglass::test
