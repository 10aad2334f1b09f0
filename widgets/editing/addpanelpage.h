// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;

namespace sightglass {

class MetricBrowser;
class PanelMaker;
class PromqlEditor;
class QueryAssistant;
class TypePicker;

/// Where a new panel comes from: a metric out of the list, a query that is written here, or a type chosen by
/// its picture. Escape goes back.
class AddPanelPage : public QWidget
{
    Q_OBJECT

public:
    AddPanelPage(const EditingContext &context, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The list shows the metrics that are there now.
    void start();

    [[nodiscard]] MetricBrowser *metrics() const noexcept { return m_metrics; }
    [[nodiscard]] PromqlEditor *query() const noexcept { return m_query; }
    [[nodiscard]] TypePicker *types() const noexcept { return m_types; }

    enum class Next
    {
        Done,
        Edit ///< there is something to be written yet
    };

signals:
    void chosen(const sightglass::PanelSpec &panel, sightglass::AddPanelPage::Next next);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeQuery();

    const CatalogSource *m_catalog;
    MetricBrowser *m_metrics;
    PanelMaker *m_maker;
    QueryAssistant *m_assistant;
    PromqlEditor *m_query;
    TypePicker *m_types;
};

} // namespace sightglass
