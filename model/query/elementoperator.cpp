// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/elementoperator.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/histogram/histogramstatistics.h"

#include <string>
#include <utility>

namespace sightglass {

namespace {

using promql::BinaryOp;
using Verdict = ElementResult::Verdict;

Annotation remark(Annotation::Severity severity, std::string text, SourceSpan span)
{
    return {severity, std::move(text), span};
}

const char *typeText(ElementValue value)
{
    return value.histogram != nullptr ? "histogram" : "float";
}

ElementResult incompatibleTypes(BinaryOp op, ElementValue lhs, ElementValue rhs, SourceSpan span)
{
    const std::string name(promql::binaryOpText(op));
    return {Verdict::Refused, nullptr,
            remark(Annotation::Severity::Info,
                   "incompatible sample types encountered for binary operator \"" + name +
                       "\": " + typeText(lhs) + ' ' + name + ' ' + typeText(rhs),
                   span)};
}

ElementResult newHistogram(FloatHistogram histogram)
{
    compact(histogram);
    return {Verdict::New, std::make_shared<const FloatHistogram>(std::move(histogram))};
}

ElementResult merged(BinaryOp op, const FloatHistogram &lhs, const FloatHistogram &rhs, SourceSpan span)
{
    const bool adds = op == BinaryOp::Add;
    const std::string operation = adds ? "addition" : "subtraction";
    FloatHistogram histogram = lhs;
    const HistogramMerge merge = adds ? addHistogram(histogram, rhs) : subtractHistogram(histogram, rhs);
    if (merge.outcome == HistogramMerge::Outcome::IncompatibleSchemas)
        return {Verdict::Refused, nullptr,
                remark(Annotation::Severity::Warning,
                       "incompatible bucket layout encountered for binary operator " +
                           std::string(promql::binaryOpText(op)),
                       span)};
    // Prometheus returns no value beside this warning.
    if (merge.resetsCollide)
        return {Verdict::Refused, nullptr,
                remark(Annotation::Severity::Warning,
                       "conflicting counter resets during histogram " + operation, span)};
    if (!adds)
        histogram.hint = CounterResetHint::Gauge;
    ElementResult result = newHistogram(std::move(histogram));
    if (merge.boundsReconciled)
        result.remark = remark(Annotation::Severity::Info,
                               "mismatched custom buckets were reconciled during " + operation, span);
    return result;
}

ElementResult ofHistograms(BinaryOp op, ElementValue lhs, ElementValue rhs, SourceSpan span)
{
    const auto compared = [&](bool holds) {
        return ElementResult{holds ? Verdict::KeepLeft : Verdict::Drop};
    };
    switch (op) {
    case BinaryOp::Add:
    case BinaryOp::Sub:
        return merged(op, *lhs.histogram, *rhs.histogram, span);
    case BinaryOp::Eq:
        return compared(sameHistogram(*lhs.histogram, *rhs.histogram));
    case BinaryOp::Ne:
        return compared(!sameHistogram(*lhs.histogram, *rhs.histogram));
    default:
        return incompatibleTypes(op, lhs, rhs, span);
    }
}

ElementResult histogramWithNumber(BinaryOp op, ElementValue lhs, ElementValue rhs, SourceSpan span)
{
    FloatHistogram histogram = *lhs.histogram;
    switch (op) {
    case BinaryOp::Mul:
        multiplyHistogram(histogram, rhs.number);
        break;
    case BinaryOp::Div:
        divideHistogram(histogram, rhs.number);
        break;
    case BinaryOp::TrimUpper:
        trimAbove(histogram, rhs.number);
        break;
    case BinaryOp::TrimLower:
        trimBelow(histogram, rhs.number);
        break;
    default:
        return incompatibleTypes(op, lhs, rhs, span);
    }
    return newHistogram(std::move(histogram));
}

} // namespace

ElementResult combineElements(BinaryOp op, ElementValue lhs, ElementValue rhs, SourceSpan span)
{
    if (lhs.histogram != nullptr && rhs.histogram != nullptr)
        return ofHistograms(op, lhs, rhs, span);
    if (lhs.histogram != nullptr)
        return histogramWithNumber(op, lhs, rhs, span);
    if (rhs.histogram != nullptr && op == BinaryOp::Mul) {
        FloatHistogram histogram = *rhs.histogram;
        multiplyHistogram(histogram, lhs.number);
        return newHistogram(std::move(histogram));
    }
    return incompatibleTypes(op, lhs, rhs, span);
}

} // namespace sightglass
