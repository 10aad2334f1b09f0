// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/presentedview.h"

namespace sightglass {

PresentedView::PresentedView(const PanelSpec &spec, const LegendOptions &legend, const Theme &theme,
                             QWidget *parent)
    : LegendedView(legend, theme, parent)
    , m_spec(spec)
    , m_book(std::make_shared<SeriesColorBook>())
{}

void PresentedView::setData(const PanelDataPtr &answer)
{
    m_data = answer;
    present();
}

void PresentedView::setTheme(const Theme &theme)
{
    LegendedView::setTheme(theme);
    themeChanged();
    if (m_data)
        present();
}

void PresentedView::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    m_book = book;
    if (m_data)
        present();
}

} // namespace sightglass
