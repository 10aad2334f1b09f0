// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pagefindingmodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <string_view>

class QLabel;
class QLineEdit;
class QListView;
class QScrollArea;
class QToolButton;

namespace sightglass {

class FindingDelegate;
class FindingDetail;

/// The endpoint doctor's findings, to be filtered, read, approved and copied.
class FindingPane : public QWidget
{
    Q_OBJECT

public:
    explicit FindingPane(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `body` is what places are in; it lives until the next call. The finding that was current stays so;
    /// where there was none, the first one becomes it if it is a rejection.
    void setDiagnosis(const std::shared_ptr<const Diagnosis> &diagnosis, std::string_view body);
    /// What copied findings say they are from.
    void setSource(const QString &source) { m_source = source; }

    [[nodiscard]] PageFindingModel *model() const noexcept { return m_model; }
    [[nodiscard]] QListView *list() const noexcept { return m_list; }
    /// Null where none is current.
    [[nodiscard]] const PageFinding *current() const;
    void setApprovedShown(bool shown);
    /// Approves the current finding, or withdraws that.
    void toggleApproval();
    void copyCurrent() const;

signals:
    /// The user went to a finding.
    void findingChosen(const sightglass::PageFinding &finding);
    void approvalChanged(const sightglass::FindingKey &key, bool approved);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showDetail();
    QWidget *createBar();
    QToolButton *addToggle(const char *name, bool checked);
    void updateFilter();
    void updateCounts();
    void showCurrent();
    void setCurrentRow(int row);
    void openMenu(const QPoint &position);

    Theme m_theme;
    PageFindingModel *m_model;
    FindingDelegate *m_delegate;
    QLineEdit *m_search;
    QToolButton *m_rejected = nullptr;
    QToolButton *m_wrong = nullptr;
    QToolButton *m_advice = nullptr;
    QToolButton *m_approved = nullptr;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_omitted;
    FindingDetail *m_detail;
    QScrollArea *m_detailArea; ///< scrolls where the pane is low
    std::string_view m_body;
    QString m_source;
    bool m_restoring = false; ///< the current row is set again after new findings: nobody chose it
};

} // namespace sightglass
