<?php
// import.php SITE STORIES: installs WordPress and publishes each story of the list.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_false');
wp_install('Bench', 'editor', 'editor@example.org', true, '', 'not kept');
// The addresses of the stories stay queries: then nothing depends on the rules of rewriting.
update_option('permalink_structure', '');
wp_suspend_cache_invalidation(true);
$sections = [];
foreach (json_decode(file_get_contents($argv[2]), true) as $story) {
    $sections[$story['section']] ??= wp_insert_term($story['section'], 'category')['term_id'];
    $made = wp_insert_post([
        'import_id' => $story['id'], 'post_title' => $story['title'], 'post_excerpt' => $story['excerpt'], 'post_content' => $story['body'],
        'post_date' => $story['published'], 'post_date_gmt' => $story['published'], 'post_status' => 'publish', 'post_author' => 1,
        'post_category' => [$sections[$story['section']]],
    ], true);
    if (is_wp_error($made)) {
        fwrite(STDERR, $made->get_error_message() . "\n");
        exit(1);
    }
}
