// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulesetdelegate.h"

#include "widgets/alerts/rulesetmodel.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

SemanticColor colorOf(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
        return SemanticColor::Critical;
    case AlertState::Pending:
        return SemanticColor::Notice;
    case AlertState::Inactive:
        break;
    }
    return SemanticColor::Good;
}

} // namespace

void RuleSetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    styled.state.setFlag(QStyle::State_HasFocus, false);
    const auto state = static_cast<AlertState>(index.data(RuleSetModel::AlertStateRole).toInt());
    if (index.column() == RuleSetModel::StateColumn)
        styled.palette.setColor(QPalette::Text, m_theme.legible(m_theme.semantic(colorOf(state))));
    const QByteArray seen = index.data(RuleSetModel::SeenRole).toByteArray();
    const bool hasSquares = index.column() == RuleSetModel::SeenColumn && !seen.isEmpty();
    if (hasSquares)
        styled.text.clear();
    const QVariant share = index.data(RuleSetModel::ForShareRole);
    if (index.column() == RuleSetModel::ForColumn && share.isValid()) {
        const QRect bar = styled.rect.adjusted(2, 3, -6, -3);
        painter->fillRect(bar, m_theme.track);
        QColor done = m_theme.semantic(SemanticColor::Notice);
        done.setAlpha(140);
        painter->fillRect(QRectF(bar.left(), bar.top(), bar.width() * share.toDouble(), bar.height()), done);
    }
    styled.widget->style()->drawControl(QStyle::CE_ItemViewItem, &styled, painter, styled.widget);
    if (!hasSquares)
        return;
    const int side =
        std::clamp(static_cast<int>(styled.rect.width() / std::max<qsizetype>(seen.size(), 1)) - 2, 3, 10);
    int x = styled.rect.left() + 4;
    for (const char each : seen) {
        const auto presence = static_cast<SetPresence>(each);
        const int height = presence == SetPresence::Holds   ? side
                           : presence == SetPresence::Quiet ? side / 2
                                                            : 0;
        const int bottom = styled.rect.center().y() + side / 2;
        const QColor color =
            m_theme.semantic(presence == SetPresence::Holds ? SemanticColor::Critical : SemanticColor::Good);
        if (height > 0)
            painter->fillRect(QRect(x, bottom - height, side, height), color);
        painter->fillRect(QRect(x, bottom, side, 1), m_theme.textMuted);
        x += side + 2;
    }
}

} // namespace sightglass
