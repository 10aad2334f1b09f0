// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/answer.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>

namespace sightglass::test {

namespace {

bool close(double a, double b, double scale)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b);
    if (a == b)
        return true;
    return std::fabs(a - b) <= 1e-6 * std::max(std::fabs(a), std::fabs(b)) ||
           std::fabs(a - b) <= 1e-9 * scale;
}

std::string text(const Sample &sample)
{
    return formatFloat(sample.v) + "@" + std::to_string(sample.t);
}

/// The largest finite number of both: what cancels out leaves traces of its size.
double scaleOf(const Answer &a, const Answer &b)
{
    double scale = 0;
    for (const Answer *answer : {&a, &b}) {
        for (const auto &[labels, samples] : answer->series) {
            for (const Sample &sample : samples)
                scale = std::isfinite(sample.v) ? std::max(scale, std::fabs(sample.v)) : scale;
        }
    }
    return scale;
}

} // namespace

Answer answerOf(const Result<QueryResult> &result, TimestampMs t)
{
    Answer answer;
    if (!result) {
        answer.failed = true;
        answer.error = plainText(result.error());
        return answer;
    }
    const QueryResult &value = *result;
    if (value.type == promql::ValueType::Scalar && value.matrix.empty())
        answer.series["{}"].push_back({t, value.scalar.v});
    for (const VectorElement &element : value.vector)
        answer.series[element.labels.toString()].push_back({t, element.value});
    for (const MatrixSeries &series : value.matrix)
        answer.series[series.labels.toString()] = series.samples;
    return answer;
}

std::string firstDifference(const Answer &ours, const Answer &theirs)
{
    if (ours.failed != theirs.failed)
        return ours.failed ? "fails here: " + ours.error : "fails there: " + theirs.error;
    for (const auto &[labels, samples] : theirs.series) {
        if (!ours.series.contains(labels))
            return "missing here: " + labels + " " + text(samples.front());
    }
    const double scale = scaleOf(ours, theirs);
    for (const auto &[labels, samples] : ours.series) {
        const auto other = theirs.series.find(labels);
        if (other == theirs.series.end())
            return "missing there: " + labels + " " + text(samples.front());
        if (samples.size() != other->second.size())
            return labels + ": " + std::to_string(samples.size()) + " samples here, " +
                   std::to_string(other->second.size()) + " there";
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if (samples[i].t != other->second[i].t || !close(samples[i].v, other->second[i].v, scale))
                return labels + ": " + text(samples[i]) + " here, " + text(other->second[i]) + " there";
        }
    }
    return {};
}

} // namespace sightglass::test
