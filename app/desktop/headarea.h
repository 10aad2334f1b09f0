// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sightglass {

/// What stands above a page, as high as it needs to be, but never so high that too little is left of the
/// page: then it scrolls.
class HeadArea : public QScrollArea
{
    Q_OBJECT

public:
    /// The content has a layout; hiding it takes the area's room away.
    explicit HeadArea(QWidget *content, QWidget *page);

    [[nodiscard]] QSize sizeHint() const override { return {0, m_height}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QWidget *m_page;
    int m_height = 0; ///< wanted
};

} // namespace sightglass
