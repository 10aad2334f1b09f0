// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pagefindingmodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/pagefindingtext.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

bool isSame(const PageFinding &a, const PageFinding &b)
{
    return a.rule == b.rule && a.span == b.span && a.approved == b.approved && a.arguments == b.arguments &&
           a.metric == b.metric && a.label == b.label;
}

QString ruleId(const FindingRule &rule)
{
    return QString::fromLatin1(rule.id.data(), static_cast<qsizetype>(rule.id.size()));
}

} // namespace

void PageFindingModel::setDiagnosis(std::shared_ptr<const Diagnosis> diagnosis)
{
    const bool stays = m_diagnosis && diagnosis &&
                       std::equal(m_diagnosis->findings.begin(), m_diagnosis->findings.end(),
                                  diagnosis->findings.begin(), diagnosis->findings.end(), isSame);
    m_diagnosis = std::move(diagnosis);
    if (!stays)
        update();
}

void PageFindingModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    update();
}

bool PageFindingModel::passes(const PageFinding &finding) const
{
    if (finding.approved && !m_filter.approved)
        return false;
    const bool severity = (finding.severity() == DiagnosticSeverity::Rejected && m_filter.rejected) ||
                          (finding.severity() == DiagnosticSeverity::Wrong && m_filter.wrong) ||
                          (finding.severity() == DiagnosticSeverity::Advice && m_filter.advice);
    if (!severity || m_filter.text.isEmpty())
        return severity;
    const QString all = pageFindingText(finding) + u'\n' + ruleId(*finding.rule) + u'\n' +
                        displayText(finding.metric) + u'\n' + displayText(finding.label) + u'\n' +
                        pageFindingConsequence(finding) + u'\n' + pageFindingRemedy(finding) + u'\n' +
                        pagePlaceText(finding);
    return all.contains(m_filter.text, Qt::CaseInsensitive);
}

void PageFindingModel::update()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; m_diagnosis && i < m_diagnosis->findings.size(); ++i) {
        if (passes(m_diagnosis->findings[i]))
            m_rows.push_back(i);
    }
    endResetModel();
}

const PageFinding *PageFindingModel::finding(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return nullptr;
    return &m_diagnosis->findings[m_rows[static_cast<std::size_t>(row)]];
}

int PageFindingModel::rowLike(const PageFinding &finding) const
{
    int like = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const PageFinding &candidate = *this->finding(row);
        if (keyOf(candidate) != keyOf(finding))
            continue;
        if (candidate.span == finding.span && candidate.arguments == finding.arguments)
            return row;
        like = like < 0 ? row : like;
    }
    return like;
}

std::size_t PageFindingModel::count(DiagnosticSeverity severity) const
{
    return m_diagnosis ? m_diagnosis->count(severity) : 0;
}

std::size_t PageFindingModel::approvedCount() const
{
    if (!m_diagnosis)
        return 0;
    return static_cast<std::size_t>(
        std::count_if(m_diagnosis->findings.begin(), m_diagnosis->findings.end(),
                      [](const PageFinding &finding) { return finding.approved; }));
}

QString PageFindingModel::omittedText() const
{
    QStringList parts;
    if (m_diagnosis) {
        for (const OmittedFindings &each : m_diagnosis->omitted)
            parts << ruleId(*each.rule) + u' ' + QString::number(each.count);
    }
    return parts.join(QStringLiteral(", "));
}

int PageFindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PageFindingModel::data(const QModelIndex &index, int role) const
{
    const PageFinding *shown = index.isValid() ? finding(index.row()) : nullptr;
    if (shown == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return pageFindingText(*shown);
    case Qt::ToolTipRole:
        return plainToolTip(pageFindingText(*shown) + u'\n' + pageFindingConsequence(*shown) + u'\n' +
                            pageFindingRemedy(*shown));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(severityText(shown->severity()), pageFindingText(*shown));
    case SeverityRole:
        return static_cast<int>(shown->severity());
    case SeverityTextRole:
        return severityText(shown->severity());
    case RuleRole:
        return ruleId(*shown->rule);
    case MetricRole:
        return displayText(shown->metric);
    case PlaceRole:
        return pagePlaceText(*shown);
    case ApprovedRole:
        return shown->approved;
    default:
        return {};
    }
}

} // namespace sightglass
