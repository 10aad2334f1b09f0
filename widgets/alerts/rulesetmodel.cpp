// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulesetmodel.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr qsizetype longestLabels = 2000;

/// Names of labels that are the same in all sets; none where there is one set only.
std::vector<std::string> commonLabels(const std::vector<RuleLabelSet> &sets)
{
    std::vector<std::string> common;
    if (sets.size() < 2)
        return common;
    for (const LabelView label : sets.front().labels) {
        const bool isCommon = std::all_of(sets.begin(), sets.end(), [&label](const RuleLabelSet &set) {
            return set.labels.value(label.name) == label.value;
        });
        if (isCommon)
            common.emplace_back(label.name);
    }
    return common;
}

} // namespace

Labels RuleSetModel::tellingLabels(const RuleLabelSet &set) const
{
    Labels telling = set.labels.without("alertname");
    for (const std::string &name : m_common)
        telling = telling.without(name);
    return telling;
}

void RuleSetModel::setDiagnosis(std::shared_ptr<const RuleDiagnosis> diagnosis)
{
    beginResetModel();
    m_diagnosis = std::move(diagnosis);
    m_common = m_diagnosis ? commonLabels(m_diagnosis->sets) : std::vector<std::string>();
    endResetModel();
}

int RuleSetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_diagnosis ? 0 : static_cast<int>(m_diagnosis->sets.size());
}

int RuleSetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleSetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const std::array<QString, ColumnCount> titles = {
        tr("State"), tr("Label set"), tr("Value"), tr("Threshold"), tr("“for”"), tr("Last evaluations")};
    return titles[static_cast<std::size_t>(section)];
}

QString RuleSetModel::cellText(const RuleLabelSet &set, int column) const
{
    switch (column) {
    case StateColumn: {
        const bool isQuiet = set.state == AlertState::Inactive;
        return isQuiet ? tr("not met") : AlertTableModel::stateText(set.state);
    }
    case LabelsColumn:
        return displayText(tellingLabels(set).toString());
    case ValueColumn:
        return set.value ? valueText(*set.value, "short") : tr("none");
    case ThresholdColumn:
        return set.threshold ? valueText(*set.threshold, "short") : QString();
    case ForColumn:
        if (set.state == AlertState::Pending)
            return tr("%1 to go").arg(measureText(static_cast<double>(set.forLeftMs) / 1000, "s"));
        return set.state == AlertState::Firing ? tr("passed") : QString();
    default:
        break;
    }
    const auto count = [&set](SetPresence presence) {
        return static_cast<int>(std::count(set.seen.begin(), set.seen.end(), presence));
    };
    return tr("held %1, did not hold %2, no value %3")
        .arg(count(SetPresence::Holds))
        .arg(count(SetPresence::Quiet))
        .arg(count(SetPresence::Absent));
}

QVariant RuleSetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleLabelSet &set = m_diagnosis->sets[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(set, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == LabelsColumn
                                ? displayText(set.labels.without("alertname").toString(), longestLabels)
                                : cellText(set, index.column()));
    case AlertStateRole:
        return static_cast<int>(set.state);
    case ForShareRole:
        return set.state == AlertState::Pending ? QVariant(set.forShare) : QVariant();
    case SeenRole: {
        QByteArray seen;
        for (const SetPresence presence : set.seen)
            seen.append(static_cast<char>(presence));
        return seen;
    }
    default:
        return {};
    }
}

} // namespace sightglass
