// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneloptions.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QToolButton;

namespace sightglass {

/// All types of panels as small pictures with their names; one is chosen. Arrow keys go from one to the next.
class TypePicker : public QWidget
{
    Q_OBJECT

public:
    explicit TypePicker(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Marks a type; chosen() is not emitted. One that is not offered marks none.
    void setType(PanelType type);
    [[nodiscard]] QToolButton *button(PanelType type) const;

signals:
    void chosen(sightglass::PanelType type);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    Theme m_theme;
    QButtonGroup *m_group;
    std::vector<std::pair<PanelType, QToolButton *>> m_buttons;
    int m_columns = 0;
};

} // namespace sightglass
