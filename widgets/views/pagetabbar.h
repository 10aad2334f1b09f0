// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/nameelision.h"

#include <QTabBar>

namespace sightglass {

/// Tabs of any number and with names of any length: a long name is cut so that it can be told from the
/// others, a short one never, and where there are too many for the width they scroll instead of shrinking to
/// nothing.
class PageTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit PageTabBar(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void initStyleOption(QStyleOptionTab *option, int index) const override;

private:
    /// The hint, with a name no wider than so many of the font's characters.
    [[nodiscard]] QSize bounded(int index, int characters) const;
    /// Of the names that stand there now.
    [[nodiscard]] const NameElision &elision() const;

    mutable QStringList m_names; ///< of m_elision
    mutable NameElision m_elision;
};

} // namespace sightglass
