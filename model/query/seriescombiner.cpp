// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/seriescombiner.h"

#include "model/query/elementoperator.h"

namespace sightglass {

void SeriesCombiner::combine(const Series &lhs, const Series &rhs, Series &result)
{
    m_refused.clear();
    const bool trims = promql::isTrim(m_binary.op);
    if (!trims)
        combineColumns(m_binary.op, m_yield, lhs.points, rhs.points, result.points);
    if (!trims && lhs.histograms.empty() && rhs.histograms.empty())
        return;
    for (std::size_t step = 0; step < result.points.size(); ++step) {
        const bool histograms = hasHistogram(lhs, step) || hasHistogram(rhs, step);
        if ((trims || histograms) && hasValue(lhs, step) && hasValue(rhs, step))
            combineAt(step, lhs, rhs, result);
    }
}

void SeriesCombiner::combineAt(std::size_t step, const Series &lhs, const Series &rhs, Series &result)
{
    ElementResult element =
        combineElements(m_binary.op, ElementValue::of(lhs, step), ElementValue::of(rhs, step), m_binary.span);
    if (element.remark)
        m_remarks.insert_or_assign(step, std::move(*element.remark));
    const bool holds = element.verdict == ElementResult::Verdict::KeepLeft;
    if (element.verdict == ElementResult::Verdict::Refused)
        m_refused.push_back(step);
    else if (element.verdict == ElementResult::Verdict::New)
        putHistogram(result.histograms, result.points.size(), step, std::move(element.histogram));
    else if (m_yield == ComparisonYield::Bool)
        result.points[step] = holds ? 1 : 0;
    else if (holds)
        putHistogram(result.histograms, result.points.size(), step, lhs.histograms[step]);
}

void SeriesCombiner::tell(Annotations &annotations)
{
    for (auto &[step, remark] : m_remarks) {
        if (remark.severity == Annotation::Severity::Warning)
            annotations.warn(std::move(remark.text), remark.span);
        else
            annotations.inform(std::move(remark.text), remark.span);
    }
    m_remarks.clear();
}

} // namespace sightglass
