// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace sightglass {

/// Tabs of any number and with names of any length: a long name is cut in its middle, a short one never, and
/// where there are too many for the width they scroll instead of shrinking to nothing.
class PageTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit PageTabBar(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;

private:
    /// The hint, but no wider than so many of the font's characters.
    [[nodiscard]] QSize bounded(QSize hint, int characters) const;
};

} // namespace sightglass
