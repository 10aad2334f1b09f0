// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headarea.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double mostOfPage = 0.4;

} // namespace

HeadArea::HeadArea(QWidget *content, QWidget *page)
    : QScrollArea(page)
    , m_page(page)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMaximumHeight(0);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    content->installEventFilter(this);
    page->installEventFilter(this);
    fit();
}

void HeadArea::fit()
{
    const QWidget *content = widget();
    int height = 0;
    if (content != nullptr && !content->isHidden()) {
        const QLayout *layout = content->layout();
        height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width())
                                             : layout->totalSizeHint().height();
    }
    const int most = static_cast<int>(m_page->height() * mostOfPage);
    setVerticalScrollBarPolicy(height > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    height = std::clamp(height, 0, std::max(most, 0));
    if (height == m_height)
        return;
    m_height = height;
    setMaximumHeight(height);
    updateGeometry();
}

bool HeadArea::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::LayoutRequest:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        if (watched == widget())
            fit();
        break;
    case QEvent::Resize:
        if (watched == m_page)
            fit();
        break;
    default:
        break;
    }
    return QScrollArea::eventFilter(watched, event);
}

void HeadArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace sightglass
