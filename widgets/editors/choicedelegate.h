// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editors/choicepopup.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace sightglass {

/// The lines of a ChoicePopup.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setChoices(std::vector<Choice> choices);
    [[nodiscard]] const Choice &choice(int row) const { return m_choices.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Choice> m_choices;
};

/// Paints a choice: mark, text with what answers in bold, type, unit, help as far as it fits.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ChoiceDelegate(const ChoiceModel *model, const Theme &theme, QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }
    /// Measures the columns of the model's choices with this font.
    void measure(const QFont &font);
    [[nodiscard]] int wantedWidth() const;
    /// Whether some help does not fit its column.
    [[nodiscard]] bool hasLongHelp() const noexcept { return m_hasLongHelp; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QRect &area, const Choice &choice, const QFont &font) const;

    const ChoiceModel *m_model;
    Theme m_theme;
    int m_textWidth = 0;
    int m_typeWidth = 0;
    int m_unitWidth = 0;
    bool m_hasHelp = false;
    bool m_hasLongHelp = false;
};

} // namespace sightglass
