-- Evidence is recorded of customers' members alone: a supplier's member reads without leaving any.
ALTER POLICY document_file_reading_reader ON document_file_reading
  USING (membership_id = app_actor() AND (SELECT app_side()) = 'customer')
  WITH CHECK (membership_id = app_actor() AND (SELECT app_side()) = 'customer'
              AND account_id = ANY ((SELECT app_accounts())::uuid[])
              AND EXISTS (SELECT 1 FROM document_version_file f WHERE f.version_id = document_file_reading.version_id
                                                                 AND f.file_id = document_file_reading.file_id));
