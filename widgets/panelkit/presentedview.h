// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/panelkit/legendedview.h"

#include <memory>

namespace sightglass {

/// A legended view that makes what it shows anew whenever data, theme or colours are others.
class PresentedView : public LegendedView
{
    Q_OBJECT

public:
    PresentedView(const PanelSpec &spec, const LegendOptions &legend, const Theme &theme,
                  QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) final;
    void setTheme(const Theme &theme) final;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) final;

protected:
    [[nodiscard]] const PanelSpec &spec() const { return m_spec; }
    /// Null before the first answer.
    [[nodiscard]] const PanelDataPtr &answer() const { return m_data; }
    [[nodiscard]] SeriesColorBook &book() const { return *m_book; }
    [[nodiscard]] const std::shared_ptr<SeriesColorBook> &sharedBook() const { return m_book; }

    /// Shows the answer, which is there.
    virtual void present() = 0;
    /// The chart's own theme is another one; present() follows.
    virtual void themeChanged() = 0;

private:
    PanelSpec m_spec;
    PanelDataPtr m_data;
    std::shared_ptr<SeriesColorBook> m_book;
};

} // namespace sightglass
