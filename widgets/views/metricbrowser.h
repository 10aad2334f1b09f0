// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/metriclistmodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace sightglass {

class MetricDelegate;

/// All metrics that are there, to search and to pick from, each with type, unit and HELP.
class MetricBrowser : public QWidget
{
    Q_OBJECT

public:
    explicit MetricBrowser(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setCatalog(const std::shared_ptr<const MetricCatalog> &catalog);
    void focusSearch();
    /// The metrics' context menu asks for a panel on a dashboard, from now on.
    void offerDashboard();
    [[nodiscard]] QListView *list() const noexcept { return m_list; }
    [[nodiscard]] QLineEdit *search() const noexcept { return m_search; }

signals:
    /// A click or Enter; with Ctrl held down it is to go beside the others.
    void familyChosen(const std::string &family, bool beside);
    void dashboardRequested(const std::string &family);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void updateCount();

    MetricListModel *m_model;
    MetricDelegate *m_delegate;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
};

} // namespace sightglass
