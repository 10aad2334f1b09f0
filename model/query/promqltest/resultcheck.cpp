// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/resultcheck.h"

#include "model/histogram/histogramtext.h"
#include "model/query/almostequal.h"
#include "model/query/annotations.h"
#include "model/query/promqltest/histogramcheck.h"
#include "model/query/promqltest/histogramnotation.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <re2/re2.h>

#include <algorithm>

namespace sightglass::promqltest {

namespace {

constexpr double epsilon = 1e-6;
constexpr std::string_view infoKind = "info";

std::string valueDifference(const std::string &where, double expected, double actual)
{
    return "expected " + formatFloat(expected) + " for " + where + ", got " + formatFloat(actual);
}

std::string valueText(double value, const HistogramPtr &histogram)
{
    return histogram ? toText(*histogram) : formatFloat(value);
}

/// With the hint where it matters.
std::string histogramText(const FloatHistogram &histogram, HintCheck hints)
{
    std::string text = toText(histogram);
    if (hints == HintCheck::Compared)
        text.append(" counter_reset_hint:").append(hintText(histogram.hint));
    return text;
}

/// A value against what is expected of it; floats and histograms never equal.
Difference compareValue(const std::string &where, const SeriesItem &expected, double value,
                        const HistogramPtr &histogram)
{
    if (expected.histogram == nullptr && histogram == nullptr && almostEqual(expected.value, value, epsilon))
        return {};
    if (expected.histogram && histogram) {
        const HintCheck hints = expected.hintGiven ? HintCheck::Compared : HintCheck::Ignored;
        const auto difference = histogramDifference(*expected.histogram, *histogram, hints);
        if (!difference)
            return {};
        return *difference + " for " + where + ": expected " + histogramText(*expected.histogram, hints) +
               ", got " + histogramText(*histogram, hints);
    }
    return "expected " + valueText(expected.value, expected.histogram) + " for " + where + ", got " +
           valueText(value, histogram);
}

/// The points of a series in the order of their times, floats and histograms together.
struct Point
{
    TimestampMs t = 0;
    double value = 0;
    HistogramPtr histogram;
};

std::vector<Point> pointsOf(const MatrixSeries &series)
{
    std::vector<Point> points;
    for (const Sample &sample : series.samples)
        points.push_back({sample.t, sample.v, nullptr});
    for (const HistogramSample &sample : series.histograms)
        points.push_back({sample.t, 0, sample.histogram});
    std::sort(points.begin(), points.end(), [](const Point &a, const Point &b) { return a.t < b.t; });
    return points;
}

/// One expected value per element, each element expected.
Difference compareElements(const EvalCommand &eval, const std::vector<VectorElement> &elements)
{
    for (const SeriesDescription &expected : eval.series) {
        if (expected.items.size() != 1 || expected.items.front().kind == SeriesItem::Kind::Missing)
            return "an instant eval needs one value for " + expected.labels.toString();
        const auto found = std::find_if(elements.begin(), elements.end(), [&](const VectorElement &element) {
            return element.labels == expected.labels;
        });
        if (found == elements.end())
            return "expected " + expected.labels.toString() + ", which is missing";
        if (auto difference = compareValue(expected.labels.toString(), expected.items.front(), found->value,
                                           found->histogram))
            return difference;
    }
    for (const VectorElement &element : elements) {
        const bool known =
            std::any_of(eval.series.begin(), eval.series.end(),
                        [&](const SeriesDescription &expected) { return expected.labels == element.labels; });
        if (!known)
            return "unexpected " + element.labels.toString() + ' ' +
                   valueText(element.value, element.histogram);
    }
    return {};
}

Difference compareOrder(const EvalCommand &eval, const std::vector<VectorElement> &elements)
{
    for (std::size_t i = 0; i < elements.size() && i < eval.series.size(); ++i) {
        if (elements[i].labels != eval.series[i].labels)
            return "expected " + eval.series[i].labels.toString() + " at place " + std::to_string(i + 1) +
                   ", got " + elements[i].labels.toString();
    }
    return {};
}

Difference comparePoints(const SeriesDescription &expected, const StepRange &steps,
                         const MatrixSeries &actual)
{
    const std::vector<Point> points = pointsOf(actual);
    const auto wanted =
        std::count_if(expected.items.begin(), expected.items.end(),
                      [](const SeriesItem &item) { return item.kind != SeriesItem::Kind::Missing; });
    if (points.size() != static_cast<std::size_t>(wanted))
        return "expected " + std::to_string(wanted) + " points for " + expected.labels.toString() + ", got " +
               std::to_string(points.size());
    auto point = points.begin();
    for (std::size_t i = 0; i < expected.items.size(); ++i) {
        if (expected.items[i].kind == SeriesItem::Kind::Missing)
            continue;
        const TimestampMs t = steps.start + static_cast<std::int64_t>(i) * steps.stepMs;
        const std::string where = expected.labels.toString() + " at " + std::to_string(t) + " ms";
        if (point->t != t)
            return "expected " + where + ", got a point at " + std::to_string(point->t);
        if (auto difference = compareValue(where, expected.items[i], point->value, point->histogram))
            return difference;
        ++point;
    }
    return {};
}

Difference compareMatrix(const EvalCommand &eval, const std::vector<MatrixSeries> &matrix,
                         const StepRange &steps)
{
    const bool sorted =
        std::is_sorted(matrix.begin(), matrix.end(),
                       [](const MatrixSeries &a, const MatrixSeries &b) { return a.labels < b.labels; });
    if (!sorted)
        return "the result is not sorted by labels";
    for (const SeriesDescription &expected : eval.series) {
        const auto found = std::find_if(matrix.begin(), matrix.end(), [&](const MatrixSeries &series) {
            return series.labels == expected.labels;
        });
        if (found == matrix.end())
            return "expected " + expected.labels.toString() + ", which is missing";
        if (auto difference = comparePoints(expected, steps, *found))
            return difference;
    }
    for (const MatrixSeries &series : matrix) {
        const bool known =
            std::any_of(eval.series.begin(), eval.series.end(),
                        [&](const SeriesDescription &expected) { return expected.labels == series.labels; });
        if (!known)
            return "unexpected " + series.labels.toString();
    }
    return {};
}

bool meets(const TextExpectation &expected, const std::string &text)
{
    switch (expected.kind) {
    case TextExpectation::Kind::Any:
        return true;
    case TextExpectation::Kind::Whole:
        return text == expected.text;
    case TextExpectation::Kind::Regex:
        break;
    }
    return RE2::PartialMatch(text, RE2(expected.text, RE2::Quiet));
}

Difference compareTexts(const AnnotationExpectation &expected, const std::vector<std::string> &texts,
                        std::string_view kind)
{
    const std::string name(kind);
    if (expected.none && !texts.empty())
        return "unexpected " + name + ": " + texts.front();
    if (expected.texts.empty())
        return {};
    if (texts.empty())
        return "expected " + std::string(kind == infoKind ? "an " : "a ") + name + ", got none";
    for (const TextExpectation &one : expected.texts) {
        if (std::none_of(texts.begin(), texts.end(),
                         [&](const std::string &text) { return meets(one, text); }))
            return "expected " + name + " \"" + one.text + "\", got \"" + texts.front() + '"';
    }
    for (const std::string &text : texts) {
        const auto matches = [&text](const TextExpectation &one) { return meets(one, text); };
        if (std::none_of(expected.texts.begin(), expected.texts.end(), matches))
            return "unexpected " + name + ": " + text;
    }
    return {};
}

} // namespace

Difference checkInstant(const EvalCommand &eval, const QueryResult &result)
{
    if (eval.string)
        return result.type == promql::ValueType::String && result.string == *eval.string
                   ? Difference()
                   : "expected the string " + goQuoted(*eval.string) + ", got " + goQuoted(result.string);
    if (eval.rangeVector)
        return compareMatrix(eval, result.matrix, *eval.rangeVector);
    if (result.type == promql::ValueType::RangeVector)
        return "got a range vector";
    if (result.type == promql::ValueType::Scalar) {
        if (!eval.scalar)
            return "got a scalar";
        return almostEqual(*eval.scalar, result.scalar.v, epsilon)
                   ? Difference()
                   : valueDifference("the scalar", *eval.scalar, result.scalar.v);
    }
    if (eval.scalar)
        return "expected a scalar";
    if (auto difference = compareElements(eval, result.vector))
        return difference;
    return eval.ordered ? compareOrder(eval, result.vector) : Difference();
}

Difference checkRange(const EvalCommand &eval, const QueryResult &result)
{
    return compareMatrix(eval, result.matrix, eval.steps);
}

Difference checkRangePoint(const EvalCommand &eval, const QueryResult &result, TimestampMs t)
{
    std::vector<VectorElement> elements;
    for (const MatrixSeries &series : result.matrix) {
        for (const Point &point : pointsOf(series)) {
            if (point.t == t)
                elements.push_back({series.labels, point.value, point.histogram});
        }
    }
    if (!eval.scalar)
        return compareElements(eval, elements);
    if (elements.size() != 1)
        return "expected one scalar, got " + std::to_string(elements.size()) + " points";
    return almostEqual(*eval.scalar, elements.front().value, epsilon)
               ? Difference()
               : valueDifference("the scalar", *eval.scalar, elements.front().value);
}

Difference checkFailure(const TextExpectation &expected, const Error &error)
{
    const std::string text = plainText(error);
    return meets(expected, text) ? Difference()
                                 : "expected failure \"" + expected.text + "\", got \"" + text + '"';
}

Difference checkAnnotations(const EvalCommand &eval, const QueryResult &result, std::string_view query)
{
    std::vector<std::string> warnings;
    std::vector<std::string> infos;
    for (const Annotation &annotation : result.annotations) {
        auto &texts = annotation.severity == Annotation::Severity::Warning ? warnings : infos;
        texts.push_back(annotationText(annotation, query));
    }
    if (auto difference = compareTexts(eval.warnings, warnings, "warning"))
        return difference;
    return compareTexts(eval.infos, infos, infoKind);
}

} // namespace sightglass::promqltest
